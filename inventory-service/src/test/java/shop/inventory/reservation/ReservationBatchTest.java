package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Reason;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.StockRow;

class ReservationBatchTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void a_checkout_gets_what_is_there() {
        var batch = batch(stock("LAPTOP", "MAIN", 5));

        var reservation = batch.decide(checkout("LAPTOP", 2));

        assertThat(reservation.status()).isEqualTo(Status.HELD);
        assertThat(reservation.allocations()).containsExactly(new Allocation("LAPTOP", "MAIN", 2));
    }

    @Test
    void first_come_is_first_served() {
        var batch = batch(stock("LAPTOP", "MAIN", 4));

        var decisions = List.of(checkout("LAPTOP", 3), checkout("LAPTOP", 3), checkout("LAPTOP", 1)).stream()
                .map(batch::decide)
                .toList();

        assertThat(decisions)
                .extracting(Reservation::status)
                .containsExactly(Status.HELD, Status.REJECTED, Status.HELD);
        assertThat(decisions.get(1).shortages()).containsExactly(new Shortage("LAPTOP", 3, 1));
    }

    @Test
    void one_missing_line_rejects_all_and_takes_nothing() {
        var batch = batch(stock("LAPTOP", "MAIN", 5), stock("BOOK", "MAIN", 1));

        var rejected = batch.decide(aCheckout()
                .expiringAt(LATER)
                .of("LAPTOP", 5)
                .of("BOOK", 2)
                .of("GONE", 1)
                .build());
        var next = batch.decide(checkout("LAPTOP", 5));

        assertThat(rejected.reason()).isEqualTo(Reason.OUT_OF_STOCK);
        assertThat(rejected.shortages()).containsExactly(new Shortage("BOOK", 2, 1), new Shortage("GONE", 1, 0));
        assertThat(rejected.allocations()).isEmpty();
        assertThat(next.isHeld()).isTrue();
    }

    @Test
    void one_product_on_two_lines_is_one_demand() {
        var batch = batch(stock("BOOK", "MAIN", 3));

        var reservation = batch.decide(
                aCheckout().expiringAt(LATER).of("BOOK", 2).of("BOOK", 2).build());

        assertThat(reservation.shortages()).containsExactly(new Shortage("BOOK", 4, 3));
    }

    @Test
    void warehouses_of_the_region_give_first_then_by_priority() {
        var batch = batch(
                stock("BOOK", "FAR", "US", 0, 10),
                stock("BOOK", "SECOND", "EU", 2, 2),
                stock("BOOK", "FIRST", "EU", 1, 3));

        var reservation = batch.decide(
                aCheckout().in("EU").expiringAt(LATER).of("BOOK", 7).build());

        assertThat(reservation.allocations())
                .containsExactly(
                        new Allocation("BOOK", "FIRST", 3),
                        new Allocation("BOOK", "SECOND", 2),
                        new Allocation("BOOK", "FAR", 2));
    }

    @Test
    void a_checkout_is_good_until_it_expires_and_not_after() {
        var batch = batch(stock("BOOK", "MAIN", 9));

        var inTime = batch.decide(aCheckout().of("BOOK", 1).expiringAt(NOW).build());
        var late = batch.decide(
                aCheckout().of("BOOK", 1).expiringAt(NOW.minusMillis(1)).build());

        assertThat(inTime.isHeld()).isTrue();
        assertThat(late.reason()).isEqualTo(Reason.EXPIRED);
    }

    @Property(tries = 500)
    void nothing_is_sold_twice_and_nothing_is_lost(
            @ForAll("rows") List<StockRow> rows, @ForAll("checkouts") List<Checkout> checkouts) {
        var batch = batch(rows.toArray(StockRow[]::new));

        var decisions = checkouts.stream().map(batch::decide).toList();

        var taken = new HashMap<String, Long>();
        for (var decision : decisions) {
            decision.allocations()
                    .forEach(it -> taken.merge(it.productId() + it.warehouseId(), it.quantity(), Long::sum));
        }
        for (var row : rows) {
            var reserved = row.reserved() + taken.getOrDefault(row.productId() + row.warehouseId(), 0L);
            assertThat(reserved).isBetween(0L, row.onHand());
        }
    }

    @Property(tries = 500)
    void each_checkout_gets_all_or_none(
            @ForAll("rows") List<StockRow> rows, @ForAll("checkouts") List<Checkout> checkouts) {
        var batch = batch(rows.toArray(StockRow[]::new));

        var decisions = checkouts.stream().map(batch::decide).toList();

        for (int i = 0; i < decisions.size(); i++) {
            var allocated = new HashMap<String, Long>();
            decisions.get(i).allocations().forEach(it -> allocated.merge(it.productId(), it.quantity(), Long::sum));
            var wanted = decisions.get(i).isHeld() ? checkouts.get(i).quantitiesByProduct() : Map.of();
            assertThat(allocated).isEqualTo(wanted);
        }
    }

    @Property(tries = 500)
    void who_is_rejected_could_not_have_been_served(
            @ForAll("rows") List<StockRow> rows, @ForAll("checkouts") List<Checkout> checkouts) {
        var batch = batch(rows.toArray(StockRow[]::new));
        var left = new HashMap<String, Long>();
        rows.forEach(it -> left.merge(it.productId(), it.available(), Long::sum));

        for (var checkout : checkouts) {
            var decision = batch.decide(checkout);

            var fits = checkout.quantitiesByProduct().entrySet().stream()
                    .allMatch(it -> it.getValue() <= left.getOrDefault(it.getKey(), 0L));
            assertThat(decision.isHeld()).isEqualTo(fits);
            decision.allocations().forEach(it -> left.merge(it.productId(), -it.quantity(), Long::sum));
        }
    }

    @Provide
    Arbitrary<List<StockRow>> rows() {
        var row = Combinators.combine(
                        products(),
                        Arbitraries.of("W1", "W2", "W3"),
                        Arbitraries.integers().between(0, 20))
                .flatAs((product, warehouse, onHand) -> Arbitraries.integers()
                        .between(0, onHand)
                        .map(reserved -> new StockRow(product, warehouse, "R" + warehouse, 0, onHand, reserved, 1, 1)));
        return row.list().ofMaxSize(12).uniqueElements(it -> it.productId() + it.warehouseId());
    }

    @Provide
    Arbitrary<List<Checkout>> checkouts() {
        var line = Combinators.combine(products(), Arbitraries.integers().between(1, 9))
                .as(Checkout.Line::new);
        return line.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(ReservationBatchTest::checkout)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<String> products() {
        return Arbitraries.of("A", "B", "C", "D");
    }

    private static Checkout checkout(List<Checkout.Line> lines) {
        var checkout = aCheckout().in("RW2").expiringAt(LATER);
        lines.forEach(it -> checkout.of(it.productId(), it.quantity()));
        return checkout.build();
    }

    private static Checkout checkout(String productId, int quantity) {
        return aCheckout().expiringAt(LATER).of(productId, quantity).build();
    }

    private static ReservationBatch batch(StockRow... rows) {
        return ReservationBatch.of(new ArrayList<>(List.of(rows)), NOW);
    }

    private static StockRow stock(String productId, String warehouseId, long onHand) {
        return stock(productId, warehouseId, "EU", 0, onHand);
    }

    private static StockRow stock(String productId, String warehouseId, String region, int priority, long onHand) {
        return new StockRow(productId, warehouseId, region, priority, onHand, 0, 1, 1);
    }
}
