package shop.inventory.allocation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What a warehouse has of one product.
///
/// @param priority among warehouses that are as good otherwise, the lowest gives first
/// @param available units that can be reserved now
public record Shelf(String warehouseId, String region, int priority, long available) {

    /// By priority; the id makes it one order on every replica.
    public static final Comparator<Shelf> BY_PRIORITY =
            Comparator.comparingInt(Shelf::priority).thenComparing(Shelf::warehouseId);

    /// Warehouses of the customer's region first, then by priority.
    public static Comparator<Shelf> nearest(@Nullable String region) {
        return Comparator.<Shelf, Boolean>comparing(it -> !it.isIn(region)).thenComparing(BY_PRIORITY);
    }

    public boolean isIn(@Nullable String region) {
        return this.region.equals(region);
    }
}
