-- Where stock lies. A short list that people edit; every database node has all of it.
CREATE TABLE warehouse (
    warehouse_id text COLLATE "C" PRIMARY KEY,
    name         text    NOT NULL,
    region       text    NOT NULL,
    priority     integer NOT NULL, -- among the warehouses of a region, the lowest gives first
    version      bigint  NOT NULL DEFAULT 1
);
INSERT INTO warehouse (warehouse_id, name, region, priority) VALUES ('MAIN', 'Main warehouse', 'EU', 0);

-- What is in stock. Whoever writes several rows locks them ORDER BY product_id, warehouse_id first.
CREATE TABLE stock (
    product_id      text COLLATE "C" NOT NULL,
    warehouse_id    text COLLATE "C" NOT NULL REFERENCES warehouse,
    on_hand         bigint  NOT NULL,
    reserved        bigint  NOT NULL DEFAULT 0,
    version         bigint  NOT NULL DEFAULT 1, -- rises with every change
    on_hand_version bigint  NOT NULL DEFAULT 1, -- rises with changes of on_hand: the ETag
    told_version    bigint  NOT NULL DEFAULT 0, -- the version that the last StockChanged told
    told_at         timestamptz,
    -- A column, so that the index below does not change with every reservation and updates stay on the page (HOT).
    untold          boolean NOT NULL GENERATED ALWAYS AS (told_version < version) STORED,
    PRIMARY KEY (product_id, warehouse_id),
    CONSTRAINT never_sold_twice CHECK (reserved BETWEEN 0 AND on_hand)
) WITH (fillfactor = 50);
CREATE INDEX stock_untold ON stock (product_id) WHERE untold;

-- Every movement of stock, for ever; written in the transaction that changes the stock row. Nothing is updated here.
CREATE TABLE movement (
    product_id     text COLLATE "C" NOT NULL,
    movement_id    bigint GENERATED ALWAYS AS IDENTITY,
    warehouse_id   text COLLATE "C" NOT NULL,
    kind           text   NOT NULL CHECK (kind IN ('RECEIVED', 'ADJUSTED', 'RESERVED', 'RELEASED', 'SHIPPED')),
    quantity       bigint NOT NULL CHECK (quantity > 0 OR kind = 'ADJUSTED' AND quantity <> 0),
    order_id       uuid,
    reason         text,
    adjustment_key text,
    moved_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (product_id, movement_id)
);
-- An adjustment's Idempotency-Key is good for one use, for ever.
CREATE UNIQUE INDEX adjustment_once ON movement (product_id, adjustment_key) WHERE adjustment_key IS NOT NULL;
