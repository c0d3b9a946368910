-- What is to be paid for each order; the row is written with the order, so a crash loses none.
CREATE TABLE payment (
    order_id        uuid           PRIMARY KEY, -- also the gateway's idempotency key
    amount          numeric(19, 4) NOT NULL,
    currency        text           NOT NULL,
    status          text           NOT NULL, -- DUE, then for good SUCCEEDED, FAILED or VOIDED
    payment_id      text,                       -- the gateway's
    reason          text,                       -- why it failed
    attempts        integer        NOT NULL DEFAULT 0,
    next_attempt_at timestamptz    NOT NULL,    -- whoever asks moves it on, so that nobody else asks meanwhile
    expires_at      timestamptz    NOT NULL,    -- unpaid by then: voided, and the order cancelled
    settled_at      timestamptz,
    CONSTRAINT payment_of_success CHECK ((status = 'SUCCEEDED') = (payment_id IS NOT NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX payment_due ON payment (next_attempt_at) WHERE status = 'DUE';
