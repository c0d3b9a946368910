package shop.inventory.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import shop.contracts.sql.Sql;

/// Computes the stock anew from the ledger and from what is held for orders, and compares.
@ApplicationScoped
class Audit {

    private static final int MOST_DIFFERENCES = 1000;
    private static final int MOST_SECONDS = 300;

    private static final String DIFFERENCES = """
            SELECT product_id, warehouse_id, on_hand, on_hand_by_ledger,
                reserved, reserved_by_ledger, reserved_by_orders
            FROM stock_audit
            WHERE on_hand <> on_hand_by_ledger OR reserved <> reserved_by_ledger OR reserved <> reserved_by_orders
            ORDER BY product_id, warehouse_id LIMIT ?
            """;
    private static final String TOTALS = """
            SELECT count(DISTINCT product_id), coalesce(sum(received), 0), coalesce(sum(adjusted), 0),
                coalesce(sum(shipped), 0), coalesce(sum(on_hand), 0), coalesce(sum(reserved), 0)
            FROM stock_audit
            """;

    private final Sql database;

    Audit(Sql database) {
        this.database = database;
    }

    Report run() {
        return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
            // One moment for all of it, however busy the shop is.
            database.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            var differences = database.query(DIFFERENCES, Difference::read, MOST_DIFFERENCES);
            return new Report(database.query(TOTALS, Totals::read).getFirst(), differences);
        });
    }

    /// What was found; no difference is how it must be. Of many differences the first 1,000.
    record Report(Totals totals, List<Difference> differences) {}

    /// Units of all products: received + adjusted = on hand + shipped.
    record Totals(long products, long received, long adjusted, long shipped, long onHand, long reserved) {
        private static Totals read(ResultSet row) throws SQLException {
            return new Totals(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        }
    }

    /// A row of which one figure is not what the ledger or the orders make it.
    record Difference(
            String productId,
            String warehouseId,
            long onHand,
            long onHandByLedger,
            long reserved,
            long reservedByLedger,
            long reservedByOrders) {

        private static Difference read(ResultSet row) throws SQLException {
            return new Difference(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7));
        }
    }
}
