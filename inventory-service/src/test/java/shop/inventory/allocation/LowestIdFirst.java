package shop.inventory.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A strategy of one's own: this class is all that it takes.
@ApplicationScoped
public class LowestIdFirst implements AllocationStrategy {

    @Override
    public String id() {
        return "lowest-id-first";
    }

    @Override
    public List<Pick> allocate(List<Demand> demands, @Nullable String region) {
        var picks = new ArrayList<Pick>();
        for (var demand : demands) {
            var shelves = new ArrayList<>(demand.shelves());
            shelves.sort(Comparator.comparing(Shelf::warehouseId));
            demand.pickInOrder(shelves, picks);
        }
        return picks;
    }
}
