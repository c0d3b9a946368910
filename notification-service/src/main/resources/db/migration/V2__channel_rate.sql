-- From when on the provider of a channel may be given the next batch: the rate that all replicas share.
CREATE TABLE channel_rate (
    channel text        PRIMARY KEY,
    free_at timestamptz NOT NULL
);
