-- What became of each checkout: one row, whatever is delivered how often. Held and rejected alike, so that a repeat can
-- be answered as it was the first time.
CREATE TABLE reservation (
    order_id    uuid PRIMARY KEY,
    status      text        NOT NULL CHECK (status IN ('HELD', 'REJECTED', 'RELEASED', 'FULFILLED')),
    reason      text        CHECK ((reason IS NOT NULL) = (status = 'REJECTED')),
    customer_id text,
    fingerprint text,
    checkout    jsonb,                          -- as requested, for the echo; null where it could not be read
    allocations jsonb       NOT NULL,
    shortages   jsonb       NOT NULL,
    expires_at  timestamptz,
    decided_at  timestamptz NOT NULL,
    answered_at timestamptz NOT NULL,           -- answered again from here on, until an order takes it up
    ordered     boolean     NOT NULL DEFAULT false
);
CREATE INDEX reservation_without_order ON reservation (answered_at) WHERE status = 'HELD' AND NOT ordered;
