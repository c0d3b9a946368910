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

    private static final String DIFFERENCES = """
            SELECT product_id, warehouse_id, on_hand, on_hand_by_ledger,
                reserved, reserved_by_ledger, reserved_by_orders, drift_units
            FROM stock_audit WHERE drift_units <> 0
            """;
    private static final String FIRST = DIFFERENCES + "ORDER BY product_id, warehouse_id LIMIT ?";
    private static final String OF_PRODUCTS = DIFFERENCES + "AND product_id = ANY(?) ORDER BY product_id, warehouse_id";
    private static final String TOTALS = """
            SELECT now(), count(DISTINCT product_id), coalesce(sum(received), 0), coalesce(sum(adjusted), 0),
                coalesce(sum(shipped), 0), coalesce(sum(on_hand), 0), coalesce(sum(reserved), 0),
                count(*) FILTER (WHERE drift_units <> 0), coalesce(sum(drift_units), 0)
            FROM stock_audit
            """;

    /// Last those that no repair can help, so that they do not stand in the way of the others.
    private static final String PRODUCTS = """
            SELECT product_id, count(*) OVER () FROM stock_audit WHERE drift_units <> 0 GROUP BY product_id
            ORDER BY bool_and(on_hand < reserved_by_orders), product_id LIMIT ?
            """;

    private final Sql database;

    StockAudit(Sql database) {
        this.database = database;
    }

    Totals totals() {
        return database.query(TOTALS, StockAudit::total).getFirst();
    }

    List<Difference> differences(int limit) {
        return database.query(FIRST, StockAudit::difference, limit);
    }

    List<Difference> differencesOf(Collection<String> productIds) {
        return database.query(OF_PRODUCTS, StockAudit::difference, (Object) productIds.toArray(String[]::new));
    }

    Products productsThatDiffer(int limit) {
        var found = database.query(PRODUCTS, row -> new Found(row.getString(1), row.getLong(2)), limit);
        var all = found.isEmpty() ? 0 : found.getFirst().all();
        return new Products(found.stream().map(Found::productId).toList(), all - found.size());
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
                row.getLong(9));
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
    record Totals(
            Instant at,
            long products,
            long received,
            long adjusted,
            long shipped,
            long onHand,
            long reserved,
            long places,
            long driftUnits) {}

    /// Products of which some place differs.
    ///
    /// @param more how many there are beside these
    record Products(List<String> productIds, long more) {}

    private record Found(String productId, long all) {}
}
