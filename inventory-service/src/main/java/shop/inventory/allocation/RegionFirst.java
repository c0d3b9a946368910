package shop.inventory.allocation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Warehouses of the customer's region give first, then the others, both by priority. A quantity may be split.
public final class RegionFirst implements AllocationStrategy {

    @Override
    public String id() {
        return "region-first";
    }

    @Override
    public List<Pick> allocate(List<Demand> demands, @Nullable String region) {
        var picks = new ArrayList<Pick>(demands.size());
        demands.forEach(it -> pick(it, region, picks));
        return picks;
    }

    /// Looks twice instead of sorting: the shelves are in their order already.
    private static void pick(Demand demand, @Nullable String region, List<Pick> picks) {
        var missing = demand.quantity();
        for (var near : List.of(true, false)) {
            for (var shelf : demand.shelves()) {
                if (shelf.isIn(region) == near) {
                    missing -= demand.pick(shelf, missing, picks);
                }
            }
        }
    }
}
