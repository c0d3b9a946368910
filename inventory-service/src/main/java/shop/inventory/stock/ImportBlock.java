package shop.inventory.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shop.contracts.bulk.Imported;

/// Works off the lines of a block in their order; of two lines for the same place the later one stands.
final class ImportBlock {

    private final Map<Place, StockRow> rows = new HashMap<>();
    private final Map<Place, Long> onHand = new HashMap<>();
    private final Set<Place> fresh;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Imported.Refusal> refused = new ArrayList<>();
    private int created;
    private int updated;
    private int unchanged;

    /// @param fresh places that had no stock before this block
    /// @param locked the rows of all places whose warehouse exists
    ImportBlock(Collection<Place> fresh, Collection<StockRow> locked) {
        this.fresh = new HashSet<>(fresh);
        for (var row : locked) {
            var place = new Place(row.productId(), row.warehouseId());
            rows.put(place, row);
            onHand.put(place, row.onHand());
        }
    }

    void set(int index, Place place, long counted) {
        var row = rows.get(place);
        if (row == null) {
            refuse(index, "warehouseId", "There is no such warehouse");
        } else if (counted < row.reserved()) {
            refuse(index, "onHand", "must not be below the %d that are reserved".formatted(row.reserved()));
        } else {
            set(place, counted - onHand.getOrDefault(place, 0L));
            onHand.put(place, counted);
        }
    }

    List<Movement> movements() {
        return movements;
    }

    Imported imported() {
        return new Imported(created, updated, unchanged, refused);
    }

    private void set(Place place, long delta) {
        if (fresh.remove(place)) {
            created++;
            if (delta > 0) {
                movements.add(Movement.received(place, delta));
            }
        } else if (delta == 0) {
            unchanged++;
        } else {
            updated++;
            movements.add(Movement.adjusted(place, delta, "imported", null));
        }
    }

    private void refuse(int index, String field, String reason) {
        refused.add(new Imported.Refusal(index, field, reason));
    }
}
