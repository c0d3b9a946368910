-- Held reservations are few beside all that were ever decided, which stay for ever: without this an audit reads them all.
-- By time, as entries then come in at the right end of the index, and leave it with the status.
CREATE INDEX reservation_held ON reservation (decided_at) WHERE status = 'HELD';

-- Per product and warehouse: the stock as it stands, and what it should be by the ledger and by what is held.
-- Three books laid one upon the other and summed once: a filter by product reaches each of them, and reads stock and
-- movements by their primary keys.
DROP VIEW stock_audit;
CREATE VIEW stock_audit AS
WITH booked AS (
    SELECT product_id, warehouse_id, on_hand, reserved,
        0::bigint AS received, 0::bigint AS adjusted, 0::bigint AS shipped, 0::bigint AS still_reserved, 0::bigint AS held
    FROM stock
    UNION ALL
    SELECT product_id, warehouse_id, 0, 0,
        CASE WHEN kind = 'RECEIVED' THEN quantity ELSE 0 END,
        CASE WHEN kind = 'ADJUSTED' THEN quantity ELSE 0 END,
        CASE WHEN kind = 'SHIPPED' THEN quantity ELSE 0 END,
        CASE WHEN kind = 'RESERVED' THEN quantity WHEN kind IN ('RELEASED', 'SHIPPED') THEN -quantity ELSE 0 END,
        0
    FROM movement
    UNION ALL
    SELECT part."productId" COLLATE "C", part."warehouseId" COLLATE "C", 0, 0, 0, 0, 0, 0, part.quantity
    FROM reservation r
    CROSS JOIN jsonb_to_recordset(r.allocations) AS part ("productId" text, "warehouseId" text, quantity bigint)
    WHERE r.status = 'HELD'),
summed AS (
    SELECT product_id, warehouse_id,
        sum(on_hand) AS on_hand,
        sum(reserved) AS reserved,
        sum(received) AS received,
        sum(adjusted) AS adjusted,
        sum(shipped) AS shipped,
        sum(received + adjusted - shipped) AS on_hand_by_ledger,
        sum(still_reserved) AS reserved_by_ledger,
        sum(held) AS reserved_by_orders
    FROM booked GROUP BY product_id, warehouse_id)
SELECT *,
    -- By how much stock, ledger and open reservations disagree: 0, or there is a difference. What this says, and nothing
    -- else, is what "differs" means.
    abs(on_hand - on_hand_by_ledger) + abs(reserved - reserved_by_ledger) + abs(reserved - reserved_by_orders)
        AS drift_units
FROM summed;

-- What audits found, for the metrics of all replicas and for the time of the next; the last 1,000.
CREATE TABLE audit_run (
    run_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    took_ms     bigint      NOT NULL,
    products    bigint      NOT NULL,
    drift_units bigint      NOT NULL
);
