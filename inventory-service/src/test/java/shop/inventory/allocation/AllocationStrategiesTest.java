package shop.inventory.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationStrategiesTest {

    @Property(tries = 2000)
    void every_strategy_meets_every_demand_and_no_shelf_gives_more_than_it_has(
            @ForAll("strategies") AllocationStrategy strategy,
            @ForAll("demands") List<Demand> demands,
            @ForAll("region") String region) {
        var picks = strategy.allocate(demands, region);

        assertThat(sums(picks)).isEqualTo(wanted(demands));
        assertThat(picks).allSatisfy(it -> assertThat(it.quantity()).isBetween(1L, available(demands, it)));
        assertThat(picks).extracting(it -> it.productId() + it.warehouseId()).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void region_first_goes_abroad_only_for_what_the_region_does_not_have(
            @ForAll("demands") List<Demand> demands, @ForAll("region") String region) {
        var picks = new RegionFirst().allocate(demands, region);

        for (var demand : demands) {
            var near = demand.shelves().stream()
                    .filter(it -> it.isIn(region))
                    .mapToLong(Shelf::available)
                    .sum();
            var far = of(demand, picks).stream()
                    .filter(it -> !shelf(demand, it).isIn(region))
                    .mapToLong(Pick::quantity)
                    .sum();
            assertThat(far).isEqualTo(Math.max(0, demand.quantity() - near));
        }
    }

    @Property(tries = 500)
    void region_first_empties_a_shelf_before_it_takes_from_one_of_lower_priority(
            @ForAll("demands") List<Demand> demands, @ForAll("region") String region) {
        var picks = new RegionFirst().allocate(demands, region);

        for (var demand : demands) {
            var its = of(demand, picks);
            its.removeLast(); // Only the last one need not be emptied.
            var inOrder = demand.shelves().stream()
                    .filter(it -> it.available() > 0)
                    .sorted(Shelf.nearest(region))
                    .limit(its.size())
                    .toList();
            assertThat(its)
                    .extracting(Pick::warehouseId, Pick::quantity)
                    .isEqualTo(inOrder.stream()
                            .map(it -> org.assertj.core.groups.Tuple.tuple(it.warehouseId(), it.available()))
                            .toList());
        }
    }

    @Property(tries = 1000)
    void fewest_parcels_are_as_few_as_of_all_sets_and_of_these_the_fewest_from_abroad(
            @ForAll("demands") List<Demand> demands, @ForAll("region") String region) {
        var used = warehousesOf(new FewestParcels().allocate(demands, region));

        var sufficient =
                allSets(demands).stream().filter(it -> suffices(demands, it)).toList();
        var fewest = sufficient.stream().mapToInt(Set::size).min().orElseThrow();
        var fewestFar = sufficient.stream()
                .filter(it -> it.size() == fewest)
                .mapToLong(it -> far(demands, it, region))
                .min()
                .orElseThrow();
        assertThat(used).hasSize(fewest);
        assertThat(far(demands, used, region)).isEqualTo(fewestFar);
    }

    @Test
    void of_sets_that_are_as_good_fewest_parcels_takes_the_first_by_priority_and_id() {
        var demand = new Demand(
                "BOOK", 2, List.of(shelf("W4", "EU", 1, 2), shelf("W2", "EU", 2, 2), shelf("W3", "EU", 2, 2)));

        assertThat(new FewestParcels().allocate(List.of(demand), "EU")).containsExactly(new Pick("BOOK", "W4", 2));
        assertThat(new FewestParcels()
                        .allocate(List.of(new Demand("BOOK", 2, demand.shelves().subList(1, 3))), null))
                .containsExactly(new Pick("BOOK", "W2", 2));
    }

    @Test
    void of_as_few_warehouses_fewest_parcels_takes_those_of_the_region_though_another_is_the_nearest() {
        var shelves = List.of(
                shelf("W1", "EU", 0, 2), shelf("W2", "EU", 1, 3), shelf("W3", "EU", 2, 3), shelf("W4", "US", 3, 4));

        var picks = new FewestParcels().allocate(List.of(new Demand("BOOK", 6, shelves)), "EU");

        assertThat(picks).containsExactly(new Pick("BOOK", "W2", 3), new Pick("BOOK", "W3", 3));
    }

    @Test
    void fewest_parcels_lets_one_warehouse_send_all_products_though_others_are_nearer() {
        var book = new Demand("BOOK", 1, List.of(shelf("NEAR", "EU", 0, 9), shelf("FAR", "US", 0, 9)));
        var pen = new Demand("PEN", 1, List.of(shelf("FAR", "US", 0, 1)));

        var picks = new FewestParcels().allocate(List.of(book, pen), "EU");

        assertThat(picks).containsExactly(new Pick("BOOK", "FAR", 1), new Pick("PEN", "FAR", 1));
    }

    @Property(tries = 200)
    void of_many_warehouses_fewest_parcels_leaves_none_in_that_is_superfluous(
            @ForAll("manyDemands") List<Demand> demands, @ForAll("region") String region) {
        var picks = new FewestParcels().allocate(demands, region);

        var used = warehousesOf(picks);
        assertThat(sums(picks)).isEqualTo(wanted(demands));
        assertThat(used).noneSatisfy(it -> {
            var others = new TreeSet<>(used);
            others.remove(it);
            assertThat(suffices(demands, others)).isTrue();
        });
        if (IntStream.range(0, 20).anyMatch(it -> suffices(demands, Set.of("W" + it)))) {
            assertThat(used).hasSize(1);
        }
    }

    @Property(tries = 500)
    void most_stock_leaves_no_shelf_untouched_that_has_more_than_one_it_took_from(
            @ForAll("demands") List<Demand> demands, @ForAll("region") String region) {
        var picks = new MostStock().allocate(demands, region);

        for (var demand : demands) {
            var took = warehousesOf(of(demand, picks));
            var least = demand.shelves().stream()
                    .filter(it -> took.contains(it.warehouseId()))
                    .mapToLong(Shelf::available)
                    .min()
                    .orElseThrow();
            assertThat(demand.shelves())
                    .filteredOn(it -> !took.contains(it.warehouseId()))
                    .allSatisfy(it -> assertThat(it.available()).isLessThanOrEqualTo(least));
        }
    }

    @Test
    void of_shelves_that_have_as_much_most_stock_takes_the_nearest() {
        var demand = new Demand("BOOK", 1, List.of(shelf("W1", "US", 0, 5), shelf("W2", "EU", 3, 5)));

        assertThat(new MostStock().allocate(List.of(demand), "EU")).containsExactly(new Pick("BOOK", "W2", 1));
    }

    @Provide
    Arbitrary<AllocationStrategy> strategies() {
        return Arbitraries.of(new RegionFirst(), new FewestParcels(), new MostStock());
    }

    @Provide
    Arbitrary<String> region() {
        return Arbitraries.of("EU", "US", "MARS").injectNull(0.2);
    }

    @Provide
    Arbitrary<List<Demand>> demands() {
        return demands(6);
    }

    @Provide
    Arbitrary<List<Demand>> manyDemands() {
        return demands(20);
    }

    /// Each warehouse has one region and one priority, whatever the product; each product is enough in sum.
    private static Arbitrary<List<Demand>> demands(int warehouses) {
        var regions = Arbitraries.of("EU", "US", "ASIA").list().ofSize(warehouses);
        var priorities = Arbitraries.integers().between(0, 2).list().ofSize(warehouses);
        var available = Arbitraries.longs().between(0, 6).list().ofSize(warehouses);
        var wishes = Combinators.combine(available, Arbitraries.longs().between(1, 25))
                .as((units, quantity) -> new Wish(units, quantity))
                .filter(it -> it.sum() > 0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(regions, priorities, wishes)
                .as((where, priority, wish) -> IntStream.range(0, wish.size())
                        .mapToObj(it -> wish.get(it).demand("P" + it, where, priority))
                        .toList());
    }

    private record Wish(List<Long> available, long quantity) {

        private long sum() {
            return available.stream().mapToLong(it -> it).sum();
        }

        private Demand demand(String productId, List<String> regions, List<Integer> priorities) {
            var shelves = IntStream.range(0, available.size())
                    .mapToObj(it -> shelf("W" + it, regions.get(it), priorities.get(it), available.get(it)))
                    .sorted(Shelf.BY_PRIORITY)
                    .toList();
            return new Demand(productId, Math.min(quantity, sum()), shelves);
        }
    }

    private static Shelf shelf(String warehouseId, String region, int priority, long available) {
        return new Shelf(warehouseId, region, priority, available);
    }

    private static Shelf shelf(Demand demand, Pick pick) {
        return demand.shelves().stream()
                .filter(it -> it.warehouseId().equals(pick.warehouseId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Pick> of(Demand demand, List<Pick> picks) {
        var its = new ArrayList<>(picks);
        its.removeIf(it -> !it.productId().equals(demand.productId()));
        return its;
    }

    private static HashMap<String, Long> sums(List<Pick> picks) {
        var sums = new HashMap<String, Long>();
        picks.forEach(it -> sums.merge(it.productId(), it.quantity(), Long::sum));
        return sums;
    }

    private static HashMap<String, Long> wanted(List<Demand> demands) {
        var wanted = new HashMap<String, Long>();
        demands.forEach(it -> wanted.put(it.productId(), it.quantity()));
        return wanted;
    }

    private static long available(List<Demand> demands, Pick pick) {
        return demands.stream()
                .filter(it -> it.productId().equals(pick.productId()))
                .mapToLong(it -> shelf(it, pick).available())
                .sum();
    }

    private static Set<String> warehousesOf(List<Pick> picks) {
        return picks.stream().map(Pick::warehouseId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Set<String>> allSets(List<Demand> demands) {
        var sets = new ArrayList<Set<String>>(List.of(Set.of()));
        for (var shelf : demands.getFirst().shelves()) {
            for (var set : List.copyOf(sets)) {
                var larger = new TreeSet<>(set);
                larger.add(shelf.warehouseId());
                sets.add(larger);
            }
        }
        return sets;
    }

    private static boolean suffices(List<Demand> demands, Set<String> warehouses) {
        return demands.stream()
                .allMatch(demand -> demand.quantity()
                        <= demand.shelves().stream()
                                .filter(it -> warehouses.contains(it.warehouseId()))
                                .mapToLong(Shelf::available)
                                .sum());
    }

    private static long far(List<Demand> demands, Set<String> warehouses, @Nullable String region) {
        return demands.getFirst().shelves().stream()
                .filter(it -> warehouses.contains(it.warehouseId()) && !it.isIn(region))
                .count();
    }
}
