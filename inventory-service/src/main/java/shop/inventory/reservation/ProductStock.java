package shop.inventory.reservation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.inventory.reservation.Reservation.Allocation;

/// What is left of one product while a batch is decided, in each warehouse.
final class ProductStock {

    private final List<Warehouse> warehouses;

    ProductStock(List<Warehouse> warehouses) {
        this.warehouses = new ArrayList<>(warehouses);
    }

    long available() {
        return warehouses.stream().mapToLong(it -> it.available).sum();
    }

    /// Takes what is available, from the warehouses of the region first, then by priority; a quantity may be split.
    List<Allocation> take(String productId, long quantity, @Nullable String region) {
        var allocations = new ArrayList<Allocation>(1);
        var missing = quantity;
        for (var warehouse : inOrderFor(region)) {
            var part = Math.min(missing, warehouse.available);
            if (part > 0) {
                warehouse.available -= part;
                missing -= part;
                allocations.add(new Allocation(productId, warehouse.id, part));
            }
        }
        if (missing > 0) {
            throw new IllegalArgumentException("%d of %s are not available".formatted(quantity, productId));
        }
        return allocations;
    }

    private List<Warehouse> inOrderFor(@Nullable String region) {
        if (warehouses.size() > 1) {
            warehouses.sort(comparing((Warehouse it) -> !it.region.equals(region))
                    .thenComparing(comparingInt(it -> it.priority))
                    .thenComparing(it -> it.id));
        }
        return warehouses;
    }

    /// What of the product is left in one warehouse.
    static final class Warehouse {
        private final String id;
        private final String region;
        private final int priority;
        private long available;

        Warehouse(String id, String region, int priority, long available) {
            this.id = id;
            this.region = region;
            this.priority = priority;
            this.available = available;
        }
    }
}
