package shop.inventory.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The regions whose customers may have a product.
///
/// @param regions sorted, each once; none means everywhere: the restriction is lifted
/// @param version rises with every change and never restarts, as a lifted one is kept
record Restriction(List<String> regions, long version) {

    static Restriction read(ResultSet row) throws SQLException {
        return new Restriction(regions(row, 1), row.getLong(2));
    }

    /// Reads an array of regions; there are none where there is no restriction.
    static List<String> regions(ResultSet row, int column) throws SQLException {
        var regions = row.getArray(column);
        return regions == null ? Offer.EVERYWHERE : List.of((String[]) regions.getArray());
    }
}
