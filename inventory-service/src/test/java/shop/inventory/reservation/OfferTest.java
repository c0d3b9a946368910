package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shop.inventory.allocation.AllocationStrategy;
import shop.inventory.allocation.FewestParcels;
import shop.inventory.allocation.MostStock;
import shop.inventory.allocation.RegionFirst;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.stock.Shown;
import shop.inventory.stock.StockRow;

class OfferTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @Property(tries = 2000)
    void a_checkout_is_held_if_and_only_if_it_wants_no_more_than_is_shown_to_its_region(
            @ForAll("rows") List<StockRow> rows,
            @ForAll("soldIn") List<String> soldIn,
            @ForAll("region") String region,
            @ForAll("strategy") AllocationStrategy strategy,
            @ForAll @IntRange(min = 1, max = 15) int quantity) {
        var batch = ReservationBatch.of(rows, restriction(soldIn), strategy, NOW);

        var decided = batch.decide(checkout(region, quantity));

        assertThat(decided.isHeld()).isEqualTo(quantity <= Shown.available(rows, soldIn, region));
        assertThat(decided.isHeld()).isEqualTo(quantity <= Shown.told(rows, soldIn, region));
    }

    @Property(tries = 500)
    void a_shortage_names_what_is_shown(
            @ForAll("rows") List<StockRow> rows,
            @ForAll("soldIn") List<String> soldIn,
            @ForAll("region") String region) {
        var batch = ReservationBatch.of(rows, restriction(soldIn), new RegionFirst(), NOW);

        var decided = batch.decide(checkout(region, 1_000));

        assertThat(decided.shortages())
                .singleElement()
                .extracting(Shortage::available)
                .isEqualTo(Shown.available(rows, soldIn, region));
    }

    @Test
    void a_shortage_says_where_the_product_is_sold_if_that_is_why() {
        var row = new StockRow("BOOK", "MAIN", "EU", 0, 3, 0, 1, 1);
        var restriction = Map.of("BOOK", List.of("EU", "US"));

        assertThat(decide(restriction, "ASIA", 1, row))
                .containsExactly(new Shortage("BOOK", 1, 0, List.of("EU", "US")));
        assertThat(decide(restriction, null, 1, row)).containsExactly(new Shortage("BOOK", 1, 0, List.of("EU", "US")));
        assertThat(decide(restriction, "EU", 4, row)).containsExactly(new Shortage("BOOK", 4, 3));
        assertThat(decide(restriction, "US", 3, row)).isEmpty();
        assertThat(decide(restriction, "ASIA", 1)).containsExactly(new Shortage("BOOK", 1, 0, List.of("EU", "US")));
    }

    private static List<Shortage> decide(
            Map<String, List<String>> restriction, @Nullable String region, int quantity, StockRow... rows) {
        return ReservationBatch.of(List.of(rows), restriction, new RegionFirst(), NOW)
                .decide(checkout(region, quantity))
                .shortages();
    }

    @Provide
    Arbitrary<List<StockRow>> rows() {
        var row = Combinators.combine(
                        Arbitraries.of("W1", "W2", "W3"), Arbitraries.integers().between(0, 6))
                .flatAs((warehouse, onHand) -> Arbitraries.integers()
                        .between(0, onHand)
                        .map(reserved -> new StockRow(
                                "BOOK", warehouse, warehouse.equals("W1") ? "EU" : "US", 0, onHand, reserved, 1, 1)));
        return row.list().ofMaxSize(3).uniqueElements(StockRow::warehouseId);
    }

    @Provide
    Arbitrary<List<String>> soldIn() {
        return Arbitraries.of("EU", "US", "ASIA").list().ofMaxSize(2).uniqueElements();
    }

    @Provide
    Arbitrary<String> region() {
        return Arbitraries.of("EU", "US", "ASIA", "").injectNull(0.2);
    }

    @Provide
    Arbitrary<AllocationStrategy> strategy() {
        return Arbitraries.of(new RegionFirst(), new FewestParcels(), new MostStock());
    }

    private static Map<String, List<String>> restriction(List<String> soldIn) {
        return soldIn.isEmpty() ? Map.of() : Map.of("BOOK", soldIn);
    }

    private static Checkout checkout(@Nullable String region, int quantity) {
        return aCheckout()
                .in(region)
                .expiringAt(NOW.plusSeconds(60))
                .of("BOOK", quantity)
                .build();
    }
}
