package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import shop.contracts.sql.Sql;

/// Reads the view `stock_audit`, which computes the stock anew from the ledger and from what is held for orders.
///
/// Each statement sees one moment of the shop: what one transaction changes is in it as a whole or not at all.
@ApplicationScoped
class StockAudit {

    private static final String FIGURES = """
            SELECT product_id, warehouse_id, on_hand, on_hand_by_ledger,
                reserved, reserved_by_ledger, reserved_by_orders, drift_units
            """;
    private static final String OF_PRODUCTS = FIGURES + """
            FROM stock_audit WHERE drift_units <> 0 AND product_id = ANY(?) ORDER BY product_id, warehouse_id
            """;

    /// Last the products that no repair can help, so that they do not stand in the way of the others.
    private static final String FIRST = FIGURES + """
            FROM (SELECT a.*, bool_and(s.product_id IS NULL OR a.reserved_by_orders NOT BETWEEN 0 AND a.on_hand)
                    OVER (PARTITION BY a.product_id) AS beyond_repair
                FROM stock_audit a
                LEFT JOIN stock s ON s.product_id = a.product_id AND s.warehouse_id = a.warehouse_id
                WHERE a.drift_units <> 0) difference
            ORDER BY beyond_repair, product_id, warehouse_id LIMIT ?
            """;
    private static final String TOTALS = """
            SELECT now(), count(DISTINCT product_id), coalesce(sum(received), 0), coalesce(sum(adjusted), 0),
                coalesce(sum(shipped), 0), coalesce(sum(on_hand), 0), coalesce(sum(reserved), 0),
                count(*) FILTER (WHERE drift_units <> 0),
                count(DISTINCT product_id) FILTER (WHERE drift_units <> 0), coalesce(sum(drift_units), 0)
            FROM stock_audit
            """;

    private final Sql database;

    StockAudit(Sql database) {
        this.database = database;
    }

    Totals totals() {
        return database.query(TOTALS, StockAudit::total).getFirst();
    }

    /// The first differences of all, those last that no repair can help.
    List<Difference> differences(int limit) {
        return database.query(FIRST, StockAudit::difference, limit);
    }

    /// The differences of these products. Reads all of their movements, and all open reservations.
    List<Difference> differencesOf(Collection<String> productIds) {
        return database.query(OF_PRODUCTS, StockAudit::difference, (Object) productIds.toArray(String[]::new));
    }

    private static Totals total(ResultSet row) throws SQLException {
        return new Totals(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    /// Sums over all products, in units.
    ///
    /// @param at when the transaction that reads them began, by the database's clock
    /// @param places how many places differ
    /// @param differingProducts of how many products
    record Totals(
            Instant at,
            long products,
            long received,
            long adjusted,
            long shipped,
            long onHand,
            long reserved,
            long places,
            long differingProducts,
            long driftUnits) {}
}
