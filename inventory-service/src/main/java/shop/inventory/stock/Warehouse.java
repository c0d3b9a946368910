package shop.inventory.stock;

import java.sql.ResultSet;
import java.sql.SQLException;

/// A place that holds stock and ships it.
///
/// @param priority among the warehouses of a region, the lowest gives first
record Warehouse(String warehouseId, String name, String region, int priority, long version) {

    /// Every shop has this one from the start.
    static final String MAIN = "MAIN";

    static Warehouse read(ResultSet row) throws SQLException {
        return new Warehouse(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5));
    }
}
