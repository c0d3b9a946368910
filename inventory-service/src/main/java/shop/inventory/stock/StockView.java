package shop.inventory.stock;

import java.util.List;

/// Stock as the API shows it.
record StockView(String productId, long onHand, long reserved, long available, List<InWarehouse> warehouses) {

    static StockView of(Stock stock) {
        return new StockView(
                stock.productId(),
                stock.onHand(),
                stock.reserved(),
                stock.available(),
                stock.rows().stream().map(InWarehouse::of).toList());
    }

    /// The part of it that lies in one warehouse.
    record InWarehouse(String warehouseId, String region, long onHand, long reserved) {
        private static InWarehouse of(StockRow row) {
            return new InWarehouse(row.warehouseId(), row.region(), row.onHand(), row.reserved());
        }
    }
}
