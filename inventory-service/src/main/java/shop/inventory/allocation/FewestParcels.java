package shop.inventory.allocation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole order comes from as few warehouses as possible. Of as few, those with the fewest outside the customer's
/// region; of these, the first by region, priority and id.
///
/// Up to 8 warehouses all sets of them are looked at, the smallest first. Of more, the one that gives most of what is
/// missing is taken until nothing is, and then what the others make superfluous is left out: where one warehouse has
/// it all, that is still exact; where several are needed, it may be some more than the fewest.
public final class FewestParcels implements AllocationStrategy {

    static final int MOST_FOR_ALL_SETS = 8;

    @Override
    public String id() {
        return "fewest-parcels";
    }

    @Override
    public List<Pick> allocate(List<Demand> demands, @Nullable String region) {
        var candidates = Candidates.of(demands, region);
        var chosen = candidates.size() <= MOST_FOR_ALL_SETS ? fewest(candidates) : few(candidates);
        return picks(demands, candidates, chosen);
    }

    private static boolean[] fewest(Candidates candidates) {
        for (int size = 1; size <= candidates.size(); size++) {
            var best = best(candidates, size);
            if (best != null) {
                return best;
            }
        }
        throw new IllegalArgumentException("There is not enough");
    }

    /// Of all sets of this size that suffice, the one with the fewest warehouses outside the region; null if none does.
    private static boolean @Nullable [] best(Candidates candidates, int size) {
        boolean[] best = null;
        var fewestFar = Integer.MAX_VALUE;
        // The nearest warehouse is the highest bit: of sets of one size, the first by the order is the greatest number.
        for (int bits = (1 << candidates.size()) - 1; bits > 0 && fewestFar > 0; bits--) {
            if (Integer.bitCount(bits) == size) {
                var set = set(bits, candidates.size());
                var far = candidates.far(set);
                if (far < fewestFar && candidates.suffice(set)) {
                    best = set;
                    fewestFar = far;
                }
            }
        }
        return best;
    }

    private static boolean[] set(int bits, int size) {
        var set = new boolean[size];
        for (int i = 0; i < size; i++) {
            set[i] = (bits >> (size - 1 - i) & 1) == 1;
        }
        return set;
    }

    private static boolean[] few(Candidates candidates) {
        var set = new boolean[candidates.size()];
        while (!candidates.suffice(set)) {
            set[candidates.mostGiving(set)] = true;
        }
        for (int i = set.length - 1; i >= 0; i--) {
            if (set[i]) {
                set[i] = false;
                set[i] = !candidates.suffice(set);
            }
        }
        return set;
    }

    private static List<Pick> picks(List<Demand> demands, Candidates candidates, boolean[] chosen) {
        var picks = new ArrayList<Pick>(demands.size());
        for (int product = 0; product < demands.size(); product++) {
            demands.get(product).pickInOrder(candidates.shelves(product, chosen), picks);
        }
        return picks;
    }
}
