package shop.inventory.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The warehouses that could give something to an order, nearest first, and what each has of every product.
///
/// A set of them is an array of flags, one for each warehouse in that order.
final class Candidates {

    private final List<Demand> demands;
    private final List<Shelf> warehouses;
    private final int near;

    /// By product, then by warehouse; null where it has none.
    private final @Nullable Shelf[][] shelves;

    private Candidates(List<Demand> demands, List<Shelf> warehouses, int near, @Nullable Shelf[][] shelves) {
        this.demands = demands;
        this.warehouses = warehouses;
        this.near = near;
        this.shelves = shelves;
    }

    static Candidates of(List<Demand> demands, @Nullable String region) {
        var sorted = new TreeSet<>(Shelf.nearest(region)); // One shelf stands for its warehouse.
        demands.forEach(demand ->
                demand.shelves().stream().filter(it -> it.available() > 0).forEach(sorted::add));
        var warehouses = List.copyOf(sorted);
        var near = (int) warehouses.stream().filter(it -> it.isIn(region)).count();
        return new Candidates(demands, warehouses, near, table(demands, warehouses));
    }

    private static @Nullable Shelf[][] table(List<Demand> demands, List<Shelf> warehouses) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < warehouses.size(); i++) {
            positions.put(warehouses.get(i).warehouseId(), i);
        }
        var table = new @Nullable Shelf[demands.size()][warehouses.size()];
        for (int product = 0; product < table.length; product++) {
            for (var shelf : demands.get(product).shelves()) {
                var position = positions.get(shelf.warehouseId());
                if (position != null) {
                    table[product][position] = shelf;
                }
            }
        }
        return table;
    }

    int size() {
        return warehouses.size();
    }

    /// How many of a set are outside the customer's region.
    int far(boolean[] set) {
        var far = 0;
        for (int i = near; i < set.length; i++) {
            far += set[i] ? 1 : 0;
        }
        return far;
    }

    boolean suffice(boolean[] set) {
        for (int product = 0; product < shelves.length; product++) {
            if (missing(product, set) > 0) {
                return false;
            }
        }
        return true;
    }

    /// The warehouse that gives most of what a set leaves missing.
    int mostGiving(boolean[] set) {
        var most = -1;
        var mostUnits = 0L;
        for (int i = 0; i < set.length; i++) {
            var units = set[i] ? 0 : gives(i, set);
            if (units > mostUnits) {
                most = i;
                mostUnits = units;
            }
        }
        if (most < 0) {
            throw new IllegalArgumentException("There is not enough");
        }
        return most;
    }

    /// What the warehouses of a set have of a product, nearest first.
    List<Shelf> shelves(int product, boolean[] set) {
        var of = new ArrayList<Shelf>(1);
        for (int i = 0; i < set.length; i++) {
            var shelf = shelves[product][i];
            if (set[i] && shelf != null) {
                of.add(shelf);
            }
        }
        return of;
    }

    private long gives(int warehouse, boolean[] set) {
        var units = 0L;
        for (int product = 0; product < shelves.length; product++) {
            units += Math.min(missing(product, set), available(product, warehouse));
        }
        return units;
    }

    private long missing(int product, boolean[] set) {
        var missing = demands.get(product).quantity();
        for (int i = 0; i < set.length && missing > 0; i++) {
            missing -= set[i] ? available(product, i) : 0;
        }
        return Math.max(0, missing);
    }

    private long available(int product, int warehouse) {
        var shelf = shelves[product][warehouse];
        return shelf == null ? 0 : shelf.available();
    }
}
