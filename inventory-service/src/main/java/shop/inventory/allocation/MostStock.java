package shop.inventory.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The warehouse that has most of a product gives first, so that stocks even out; of those that have as much, the one
/// that [RegionFirst] would take. A quantity is split only where no warehouse has all of it.
public final class MostStock implements AllocationStrategy {

    @Override
    public String id() {
        return "most-stock";
    }

    @Override
    public List<Pick> allocate(List<Demand> demands, @Nullable String region) {
        var fullest = Comparator.comparingLong(Shelf::available).reversed().thenComparing(Shelf.nearest(region));
        var picks = new ArrayList<Pick>(demands.size());
        for (var demand : demands) {
            var shelves = new ArrayList<>(demand.shelves());
            shelves.sort(fullest);
            demand.pickInOrder(shelves, picks);
        }
        return picks;
    }
}
