-- The latest rebuild of the search index. One row at most: that is why there is one rebuild at a time over all replicas.
-- Who is at it holds the claim and renews its lease; when that has run out, the next one claims it and begins anew.
CREATE TABLE index_rebuild (
    latest      boolean     PRIMARY KEY DEFAULT true CHECK (latest),
    claim       uuid        NOT NULL,
    lease_until timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('RUNNING', 'COMPLETED', 'FAILED')),
    index_name  text        NOT NULL,
    read        bigint      NOT NULL,
    to_read     bigint      NOT NULL,
    reason      text,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz CHECK ((finished_at IS NULL) = (state = 'RUNNING'))
);
