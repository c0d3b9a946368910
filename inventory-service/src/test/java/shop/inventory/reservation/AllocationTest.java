package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.inventory.allocation.AllocationStrategy;
import shop.inventory.allocation.Demand;
import shop.inventory.allocation.MostStock;
import shop.inventory.allocation.Pick;
import shop.inventory.reservation.ProductStock.WrongAllocation;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.stock.StockRow;

/// What a strategy of whoever's may do to a batch, and what not.
class AllocationTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final List<StockRow> ROWS = List.of(row("BOOK", "W1", 5), row("BOOK", "W2", 7), row("PEN", "W1", 1));

    @Test
    void the_strategy_that_is_given_chooses() {
        var held = batch(new MostStock()).decide(aCheckout("BOOK", 2));

        assertThat(held.allocations()).containsExactly(new Allocation("BOOK", "W2", 2));
    }

    @Test
    void what_one_checkout_took_is_gone_for_the_next() {
        var batch = batch(new MostStock());

        var first = batch.decide(aCheckout("BOOK", 3));
        var second = batch.decide(aCheckout("BOOK", 3));

        assertThat(first.allocations()).containsExactly(new Allocation("BOOK", "W2", 3));
        assertThat(second.allocations()).containsExactly(new Allocation("BOOK", "W1", 3));
    }

    @Test
    void where_there_is_no_choice_no_strategy_is_asked() {
        var held = batch(new Fixed(List.of())).decide(aCheckout("PEN", 1));

        assertThat(held.allocations()).containsExactly(new Allocation("PEN", "W1", 1));
    }

    static Stream<List<Pick>> wrong() {
        return Stream.of(
                List.of(),
                List.of(new Pick("BOOK", "W1", 5)),
                List.of(new Pick("BOOK", "W1", 6)),
                List.of(new Pick("BOOK", "W2", 6), new Pick("BOOK", "W1", 1)),
                List.of(new Pick("BOOK", "W1", 3), new Pick("BOOK", "W1", 3)),
                List.of(new Pick("BOOK", "W2", 7), new Pick("BOOK", "W1", -1)),
                List.of(new Pick("BOOK", "W2", 6), new Pick("BOOK", "W1", 0)),
                List.of(new Pick("BOOK", "W2", 6), new Pick("PEN", "W1", 1)),
                List.of(new Pick("BOOK", "NOWHERE", 6)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_not_wanted_or_not_there_is_refused(List<Pick> picks) {
        var batch = batch(new Fixed(picks));

        assertThatThrownBy(() -> batch.decide(aCheckout("BOOK", 6))).isInstanceOf(WrongAllocation.class);
    }

    private static ReservationBatch batch(AllocationStrategy strategy) {
        return ReservationBatch.of(ROWS, Map.of(), strategy, NOW);
    }

    private static Checkout aCheckout(String productId, int quantity) {
        return CheckoutBuilder.aCheckout()
                .expiringAt(NOW.plusSeconds(60))
                .of(productId, quantity)
                .build();
    }

    private static StockRow row(String productId, String warehouseId, long onHand) {
        return new StockRow(productId, warehouseId, "EU", 0, onHand, 0, 1, 1);
    }

    /// Gives the same whatever is asked.
    private record Fixed(List<Pick> picks) implements AllocationStrategy {

        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public List<Pick> allocate(List<Demand> demands, @Nullable String region) {
            return picks;
        }
    }
}
