-- Rewrites the tables, and what ran before cannot write them any more: stop all replicas first.
--
-- Orders and all that belongs to one lie in 16 parts by the order's id: each part has its own small indexes and is
-- vacuumed by itself, and parts can move to other machines. By time they cannot lie, as nothing but the primary key on
-- the order's id keeps a checkout from becoming two orders. Sets of orders are met by a join with their ids, which goes
-- to the right part for each; `= ANY` would look for every id in every part.

ALTER TABLE orders RENAME TO orders_whole;
ALTER TABLE order_history RENAME TO order_history_whole;
ALTER TABLE payment RENAME TO payment_whole;

CREATE TABLE orders (LIKE orders_whole INCLUDING DEFAULTS) PARTITION BY HASH (id);

CREATE TABLE order_history (
    order_id   uuid        NOT NULL,
    sequence   integer     NOT NULL,                     -- 1 for the first, without gaps
    id         bigint      GENERATED ALWAYS AS IDENTITY, -- the order of telling
    event_id   uuid        NOT NULL,                     -- the same whenever it is told
    type       text        NOT NULL,
    event      text,                                     -- the JSON, byte for byte; gone when it is old
    actor      text        NOT NULL,
    reason     text,
    payment_id text,                                     -- of a refund: the money that goes back
    at         timestamptz NOT NULL,
    told       boolean     NOT NULL DEFAULT false,
    CONSTRAINT untold_has_its_event CHECK (told OR event IS NOT NULL),
    CONSTRAINT payment_of_a_refund CHECK (type = 'RefundRequired' OR payment_id IS NULL)
) PARTITION BY HASH (order_id);

CREATE TABLE payment (
    order_id        uuid           NOT NULL, -- also the gateway's idempotency key
    amount          numeric(19, 4) NOT NULL,
    currency        text           NOT NULL,
    method          text,                    -- how the customer wants to pay, where they said
    status          text           NOT NULL, -- DUE, then for good SUCCEEDED, FAILED or VOIDED
    payment_id      text,                    -- the gateway's
    reason          text,                    -- why it failed
    attempts        integer        NOT NULL DEFAULT 0,
    next_attempt_at timestamptz    NOT NULL, -- whoever asks moves it on, so that nobody else asks meanwhile
    expires_at      timestamptz    NOT NULL, -- from then on nobody waits for it: voided, and the order cancelled
    settled_at      timestamptz,
    CONSTRAINT payment_of_success CHECK ((status = 'SUCCEEDED') = (payment_id IS NOT NULL))
) PARTITION BY HASH (order_id);

-- All money that was ever taken: each once, whatever is answered twice.
CREATE TABLE payment_receipt (
    order_id    uuid           NOT NULL,
    payment_id  text           NOT NULL,
    amount      numeric(19, 4) NOT NULL,
    currency    text           NOT NULL,
    refund      text,                    -- why it has to go back at once; null where it confirmed its order
    received_at timestamptz    NOT NULL
) PARTITION BY HASH (order_id);

DO $$
BEGIN
    FOR part IN 0..15 LOOP
        -- An order is changed two or three times: room for that beside it.
        EXECUTE format('CREATE TABLE orders_%1$s PARTITION OF orders FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)
            WITH (fillfactor = 80)', part);
        -- Each row dies once, by being told or paid; what is read of those that are not should stay small.
        EXECUTE format('CREATE TABLE order_history_%1$s PARTITION OF order_history FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)
            WITH (autovacuum_vacuum_scale_factor = 0.02)', part);
        EXECUTE format('CREATE TABLE payment_%1$s PARTITION OF payment FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)
            WITH (autovacuum_vacuum_scale_factor = 0.02)', part);
        EXECUTE format('CREATE TABLE payment_receipt_%1$s PARTITION OF payment_receipt FOR VALUES WITH (MODULUS 16, REMAINDER %1$s)',
            part);
    END LOOP;
END
$$;

INSERT INTO orders SELECT * FROM orders_whole;
INSERT INTO order_history (order_id, sequence, id, event_id, type, event, actor, reason, payment_id, at, told)
    OVERRIDING SYSTEM VALUE
    SELECT order_id, sequence, id, event_id, type, event, actor, reason,
        CASE WHEN type = 'RefundRequired' THEN event::jsonb ->> 'paymentId' END, at, told
    FROM order_history_whole;
SELECT setval(pg_get_serial_sequence('order_history', 'id'), coalesce(max(id), 1)) FROM order_history_whole;
INSERT INTO payment (order_id, amount, currency, status, payment_id, reason, attempts, next_attempt_at, expires_at, settled_at)
    SELECT p.order_id, p.amount, p.currency, p.status, p.payment_id, p.reason, p.attempts, p.next_attempt_at,
        CASE WHEN o.status = 'PENDING' THEN p.expires_at ELSE least(p.expires_at, o.changed_at) END, p.settled_at
    FROM payment_whole p JOIN orders_whole o ON o.id = p.order_id;
INSERT INTO payment_receipt (order_id, payment_id, amount, currency, refund, received_at)
    SELECT p.order_id, p.payment_id, p.amount, p.currency, CASE WHEN o.payment_id IS NULL THEN 'ORDER_CANCELLED' END,
        p.settled_at
    FROM payment_whole p JOIN orders_whole o ON o.id = p.order_id WHERE p.status = 'SUCCEEDED';

DROP TABLE orders_whole, order_history_whole, payment_whole;

ALTER TABLE orders ADD PRIMARY KEY (id); -- the checkout's id: a second order of one checkout cannot be
CREATE INDEX orders_of_customer ON orders (customer_id, placed_at DESC, id DESC);

ALTER TABLE order_history ADD PRIMARY KEY (order_id, sequence);
CREATE INDEX order_history_untold ON order_history (id) WHERE NOT told;
-- Money goes back once.
CREATE UNIQUE INDEX order_history_one_refund ON order_history (order_id, payment_id) WHERE type = 'RefundRequired';
CREATE INDEX order_history_with_words ON order_history (at) WHERE told AND event IS NOT NULL;

ALTER TABLE payment ADD PRIMARY KEY (order_id);
CREATE INDEX payment_due ON payment (next_attempt_at) WHERE status = 'DUE';
CREATE INDEX payment_overdue ON payment (expires_at) WHERE status = 'DUE';
ALTER TABLE payment_receipt ADD PRIMARY KEY (order_id, payment_id);

-- Stock that is held for an order that could not be written: its record is a dead letter.
CREATE TABLE unplaced_reservation (
    order_id uuid        PRIMARY KEY,
    reason   text        NOT NULL,
    at       timestamptz NOT NULL
);

-- What operators did to orders by hand.
CREATE TABLE intervention (
    order_id uuid        NOT NULL,
    id       bigint      GENERATED ALWAYS AS IDENTITY,
    action   text        NOT NULL, -- RETRY or FORCE
    actor    text        NOT NULL,
    reason   text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, id)
);

-- What the gateway told by itself, each notice once; kept for a day.
CREATE TABLE payment_event (
    event_id    text        PRIMARY KEY,
    order_id    uuid        NOT NULL,
    notice      text        NOT NULL, -- what it said: something else under the same id is no repeat
    received_at timestamptz NOT NULL
);
CREATE INDEX payment_event_received ON payment_event USING brin (received_at);
