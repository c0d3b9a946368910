package shop.catalog.product;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// A row of the table `stock_view`, its fields named as the columns.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StockRow(String productId, long version, boolean inStock, List<String> regions, List<String> soldIn) {

    static StockRow of(StockView view) {
        var availability = view.availability();
        return new StockRow(
                view.productId(),
                view.version(),
                availability.inStock(),
                availability.regions(),
                availability.soldIn());
    }

    static StockView read(ResultSet row) throws SQLException {
        return new StockView(
                row.getString("product_id"),
                row.getLong("version"),
                new Availability(
                        row.getBoolean("in_stock"),
                        ProductRow.texts(row, "regions"),
                        ProductRow.texts(row, "sold_in")));
    }
}
