package shop.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// What tests need to set the scene and to look behind it.
@ApplicationScoped
public class Shop {

    private final DataSource source;

    Shop(DataSource source) {
        this.source = source;
    }

    /// A product of its own for each test, so many of it in MAIN.
    public String product(long onHand) {
        var productId = "SKU-" + UUID.randomUUID().toString().substring(0, 13);
        put(productId, "MAIN", onHand);
        return productId;
    }

    /// Stock that was received, as a count would enter it.
    public void put(String productId, String warehouseId, long onHand) {
        execute(
                "INSERT INTO stock (product_id, warehouse_id, on_hand) VALUES (?, ?, ?)",
                productId,
                warehouseId,
                onHand);
        execute(
                "INSERT INTO movement (product_id, warehouse_id, kind, quantity) VALUES (?, ?, 'RECEIVED', ?)",
                productId,
                warehouseId,
                onHand);
    }

    public void warehouse(String warehouseId, String region, int priority) {
        execute(
                "INSERT INTO warehouse (warehouse_id, name, region, priority) VALUES (?, 'A warehouse', ?, ?)",
                warehouseId,
                region,
                priority);
    }

    public long onHand(String productId) {
        return number("SELECT sum(on_hand) FROM stock WHERE product_id = ?", productId);
    }

    public long reserved(String productId) {
        return number("SELECT sum(reserved) FROM stock WHERE product_id = ?", productId);
    }

    public long differences(String productIds) {
        return number("SELECT count(*) FROM stock_audit WHERE product_id LIKE ? AND drift_units <> 0", productIds);
    }

    public long number(String sql, Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int execute(String sql, Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
