package shop.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stock as the API shows it.
///
/// @param available what the customers that were asked for can be sold
/// @param soldIn the regions whose customers may have it; null means everywhere
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockView(
        String productId,
        long onHand,
        long reserved,
        long available,
        @Nullable List<String> soldIn,
        List<InWarehouse> warehouses) {

    /// For customers wherever it is sold.
    static StockView of(Stock stock) {
        return of(stock, stock.offer().available());
    }

    /// For customers of a region.
    static StockView of(Stock stock, @Nullable String region) {
        return of(stock, stock.offer().to(region));
    }

    private static StockView of(Stock stock, long available) {
        return new StockView(
                stock.productId(),
                stock.onHand(),
                stock.reserved(),
                available,
                stock.offer().saidSoldIn(),
                stock.rows().stream().map(InWarehouse::of).toList());
    }

    /// The part of it that lies in one warehouse.
    record InWarehouse(String warehouseId, String region, long onHand, long reserved) {
        private static InWarehouse of(StockRow row) {
            return new InWarehouse(row.warehouseId(), row.region(), row.onHand(), row.reserved());
        }
    }
}
