-- How fast an import is, and how long it will be. Repeatable, as the services that import count their versions apart.
ALTER TABLE import ADD COLUMN IF NOT EXISTS seconds_worked double precision NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN IF NOT EXISTS recent_lines bigint NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN IF NOT EXISTS recent_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE import ADD COLUMN IF NOT EXISTS expected_lines bigint;
