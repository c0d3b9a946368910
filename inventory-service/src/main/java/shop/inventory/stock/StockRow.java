package shop.inventory.stock;

import java.sql.ResultSet;
import java.sql.SQLException;

/// What of one product is in one warehouse. The database sees to it that `0 <= reserved <= onHand`.
public record StockRow(
        String productId,
        String warehouseId,
        String region,
        int priority,
        long onHand,
        long reserved,
        long version,
        long onHandVersion) {

    static final String COLUMNS = """
            s.product_id, s.warehouse_id, w.region, w.priority, s.on_hand, s.reserved, s.version, s.on_hand_version
            """;

    static final int COLUMN_COUNT = 8;

    /// What nobody has reserved.
    public long available() {
        return onHand - reserved;
    }

    static StockRow read(ResultSet row) throws SQLException {
        return new StockRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }
}
