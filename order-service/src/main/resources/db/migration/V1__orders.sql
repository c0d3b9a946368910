-- The orders as they are now. Every key starts with the order's id, so that the tables can be spread by it.
CREATE TABLE orders (
    id              uuid           PRIMARY KEY, -- the checkout's id: a second order of one checkout cannot be
    customer_id     text           NOT NULL,
    status          text           NOT NULL,
    sequence        integer        NOT NULL,    -- of its last event
    lines           jsonb          NOT NULL,    -- with the explanation of their prices; never changed, always read whole
    subtotal        numeric(19, 4) NOT NULL,
    discount        numeric(19, 4) NOT NULL,
    total           numeric(19, 4) NOT NULL,
    currency        text           NOT NULL,
    region          text,
    address_id      text,
    address         jsonb,                      -- a copy; personal data, gone when the customer is erased
    fingerprint     text           NOT NULL,
    payment_id      text,
    carrier         text,
    tracking_number text,
    placed_at       timestamptz    NOT NULL,
    changed_at      timestamptz    NOT NULL
) WITH (fillfactor = 80); -- An order is changed two or three times: room for that beside it.

CREATE INDEX orders_of_customer ON orders (customer_id, placed_at DESC, id DESC);

-- What happened to each order, and what of it is still to be told.
CREATE TABLE order_history (
    order_id uuid        NOT NULL,
    sequence integer     NOT NULL,                     -- 1 for the first, without gaps
    id       bigint      GENERATED ALWAYS AS IDENTITY, -- the order of telling
    event_id uuid        NOT NULL,                     -- the same whenever it is told
    type     text        NOT NULL,
    event    text        NOT NULL,                     -- the JSON, byte for byte
    actor    text        NOT NULL,
    reason   text,
    at       timestamptz NOT NULL,
    told     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (order_id, sequence)
) WITH (autovacuum_vacuum_scale_factor = 0.02); -- Each row dies once, by being told; what is read below should stay small.

CREATE INDEX order_history_untold ON order_history (id) WHERE NOT told;
-- Money goes back once.
CREATE UNIQUE INDEX order_history_one_refund ON order_history (order_id) WHERE type = 'RefundRequired';
