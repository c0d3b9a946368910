-- Which dead letters were replayed, by whom and why. Repeatable, as the services count their versions apart: to a database
-- that has gone further a new V0_3 would come too late.
CREATE TABLE IF NOT EXISTS dead_letter_replay (
    topic       text        NOT NULL, -- of the dead letters
    partition   integer     NOT NULL,
    "offset"    bigint      NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    actor       text        NOT NULL,
    reason      text        NOT NULL
);
CREATE INDEX IF NOT EXISTS dead_letter_replay_letter ON dead_letter_replay (topic, partition, "offset");
CREATE INDEX IF NOT EXISTS dead_letter_replay_age ON dead_letter_replay (at);
