-- Progress of imports, written in the transaction that stores their lines: after a crash the same import goes on.
CREATE TABLE import (
    import_id   text        PRIMARY KEY,
    state       text        NOT NULL DEFAULT 'RUNNING',
    last_line   bigint      NOT NULL DEFAULT 0,
    received    bigint      NOT NULL DEFAULT 0,
    created     bigint      NOT NULL DEFAULT 0,
    updated     bigint      NOT NULL DEFAULT 0,
    unchanged   bigint      NOT NULL DEFAULT 0,
    rejected    bigint      NOT NULL DEFAULT 0,
    errors      jsonb       NOT NULL DEFAULT '[]',
    started_at  timestamptz NOT NULL,
    finished_at timestamptz
);
