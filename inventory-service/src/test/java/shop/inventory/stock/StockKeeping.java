package shop.inventory.stock;

import java.util.Collection;
import java.util.List;

/// What people do with stock, for models in other packages; in memory by the same classes as in the database.
public final class StockKeeping {

    private StockKeeping() {}

    /// The movements of a count of one or more places; none for a place that the count may not touch.
    ///
    /// @param locked the rows there are, each of a place that was begun, perhaps with nothing on hand
    public static List<Movement> counted(Collection<StockRow> locked, Collection<Counted> counts) {
        var fresh = locked.stream()
                .filter(it -> it.version() == 0)
                .map(it -> new Place(it.productId(), it.warehouseId()))
                .toList();
        var block = new ImportBlock(fresh, locked);
        int line = 0;
        for (var it : counts) {
            block.set(line++, new Place(it.productId, it.warehouseId), it.onHand);
        }
        return block.movements();
    }

    public static Movement adjusted(String productId, String warehouseId, long delta, String key) {
        return Movement.adjusted(new Place(productId, warehouseId), delta, "a model", key);
    }

    /// The row after it moved.
    public static StockRow moved(StockRow row, Movement movement) {
        return new StockRow(
                row.productId(),
                row.warehouseId(),
                row.region(),
                row.priority(),
                row.onHand() + movement.onHand(),
                row.reserved() + movement.reserved(),
                row.version() + 1,
                row.onHandVersion());
    }

    /// So many units were found in a place.
    public record Counted(String productId, String warehouseId, long onHand) {}
}
