package shop.inventory.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is in stock of one product, over all warehouses; never empty.
///
/// @param soldIn as [Offer] has it
public record Stock(String productId, List<StockRow> rows, List<String> soldIn) {

    /// For what has nothing to do with where it is sold.
    Stock(String productId, List<StockRow> rows) {
        this(productId, rows, Offer.EVERYWHERE);
    }

    Offer offer() {
        return new Offer(onHand() - reserved(), soldIn);
    }

    long onHand() {
        return rows.stream().mapToLong(StockRow::onHand).sum();
    }

    long reserved() {
        return rows.stream().mapToLong(StockRow::reserved).sum();
    }

    /// What is available by the region of the warehouse.
    Map<String, Long> availableByRegion() {
        var regions = new TreeMap<String, Long>();
        rows.forEach(it -> regions.merge(it.region(), it.available(), Long::sum));
        return regions;
    }

    /// Rises with every change, as that of each row does and no row ever goes.
    long version() {
        return rows.stream().mapToLong(StockRow::version).sum();
    }

    /// Rises with changes of what is on hand, and not with reservations: a product in hot sale can still be counted.
    long onHandVersion() {
        return rows.stream().mapToLong(StockRow::onHandVersion).sum();
    }

    Optional<StockRow> in(String warehouseId) {
        return rows.stream().filter(it -> it.warehouseId().equals(warehouseId)).findFirst();
    }
}
