-- Per product and warehouse: the stock as it stands, and what it should be by the ledger and by what is held.
CREATE VIEW stock_audit AS
WITH moved AS (
    SELECT product_id, warehouse_id,
        coalesce(sum(quantity) FILTER (WHERE kind = 'RECEIVED'), 0) AS received,
        coalesce(sum(quantity) FILTER (WHERE kind = 'ADJUSTED'), 0) AS adjusted,
        coalesce(sum(quantity) FILTER (WHERE kind = 'SHIPPED'), 0) AS shipped,
        coalesce(sum(quantity) FILTER (WHERE kind = 'RESERVED'), 0)
            - coalesce(sum(quantity) FILTER (WHERE kind IN ('RELEASED', 'SHIPPED')), 0) AS still_reserved
    FROM movement GROUP BY product_id, warehouse_id),
held AS (
    SELECT part."productId" COLLATE "C" AS product_id, part."warehouseId" COLLATE "C" AS warehouse_id,
        sum(part.quantity) AS held
    FROM reservation r
    CROSS JOIN jsonb_to_recordset(r.allocations) AS part ("productId" text, "warehouseId" text, quantity bigint)
    WHERE r.status = 'HELD' GROUP BY 1, 2)
SELECT product_id, warehouse_id,
    coalesce(s.on_hand, 0) AS on_hand,
    coalesce(s.reserved, 0) AS reserved,
    coalesce(m.received, 0) AS received,
    coalesce(m.adjusted, 0) AS adjusted,
    coalesce(m.shipped, 0) AS shipped,
    coalesce(m.received + m.adjusted - m.shipped, 0) AS on_hand_by_ledger,
    coalesce(m.still_reserved, 0) AS reserved_by_ledger,
    coalesce(h.held, 0) AS reserved_by_orders
FROM stock s
FULL JOIN moved m USING (product_id, warehouse_id)
FULL JOIN held h USING (product_id, warehouse_id);
