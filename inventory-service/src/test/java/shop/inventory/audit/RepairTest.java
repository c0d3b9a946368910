package shop.inventory.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import shop.inventory.audit.Repair.Corrected;
import shop.inventory.audit.Repair.Refused;
import shop.inventory.audit.Repair.Why;
import shop.inventory.stock.Movement;
import shop.inventory.stock.Movement.Kind;

class RepairTest {

    private static final String REASON = "restored from a backup";

    @Test
    void the_ledger_is_adjusted_to_what_is_on_hand() {
        var repair = repair(7, 5, 0, 0, 0);

        assertThat(repair.missing())
                .extracting(Movement::kind, Movement::quantity, Movement::reason, Movement::orderId)
                .containsExactly(tuple(Kind.ADJUSTED, 2L, REASON, null));
        assertThat(repair.correction().reserved()).isZero();
    }

    @Test
    void what_is_reserved_becomes_what_orders_hold() {
        var repair = repair(7, 7, 3, 3, 1);

        assertThat(repair.correction().reserved()).isEqualTo(1);
        assertThat(repair.missing())
                .extracting(Movement::kind, Movement::quantity)
                .containsExactly(tuple(Kind.RELEASED, 2L));
    }

    @Test
    void a_counter_that_is_wrong_alone_moves_nothing_in_the_ledger() {
        var repair = repair(7, 7, 3, 1, 1);

        assertThat(repair.correction().reserved()).isEqualTo(1);
        assertThat(repair.missing()).isEmpty();
    }

    @Test
    void more_held_than_on_hand_is_for_people_to_count() {
        var repair = Repair.of(difference(2, 2, 2, 3, 3), true, REASON);

        assertThat(repair).isEqualTo(new Refused(difference(2, 2, 2, 3, 3), Why.MORE_HELD_THAN_ON_HAND));
    }

    @Test
    void a_place_without_stock_is_for_people_to_count() {
        var repair = Repair.of(difference(0, 2, 0, 0, 0), false, REASON);

        assertThat(repair).isEqualTo(new Refused(difference(0, 2, 0, 0, 0), Why.NO_STOCK));
    }

    @Property(tries = 2000)
    void after_a_repair_nothing_differs_whatever_the_books_said(
            @ForAll @LongRange(min = 0, max = 20) long onHand,
            @ForAll @LongRange(min = -20, max = 20) long onHandByLedger,
            @ForAll @LongRange(min = 0, max = 20) long reserved,
            @ForAll @LongRange(min = -20, max = 20) long reservedByLedger,
            @ForAll @LongRange(min = -1, max = 20) long reservedByOrders) {
        var difference = difference(onHand, onHandByLedger, reserved, reservedByLedger, reservedByOrders);

        var repair = Repair.of(difference, true, REASON);

        switch (repair) {
            case Corrected it -> {
                assertThat(onHandByLedger
                                + it.missing().stream()
                                        .mapToLong(Movement::onHand)
                                        .sum())
                        .isEqualTo(onHand);
                assertThat(reservedByLedger
                                + it.missing().stream()
                                        .mapToLong(Movement::reserved)
                                        .sum())
                        .isEqualTo(reservedByOrders);
                assertThat(it.correction().reserved())
                        .isEqualTo(reservedByOrders)
                        .isBetween(0L, onHand);
                assertThat(it.missing()).allMatch(move -> move.quantity() > 0 || move.kind() == Kind.ADJUSTED);
                assertThat(it.missing()).noneMatch(move -> move.quantity() == 0);
            }
            case Refused _ ->
                assertThat(reservedByOrders < 0 || reservedByOrders > onHand).isTrue();
            case Repair.Late it -> fail("Nothing here takes time: %s", it);
        }
    }

    private static Corrected repair(
            long onHand, long onHandByLedger, long reserved, long reservedByLedger, long reservedByOrders) {
        var difference = difference(onHand, onHandByLedger, reserved, reservedByLedger, reservedByOrders);
        return (Corrected) Repair.of(difference, true, REASON);
    }

    private static Difference difference(
            long onHand, long onHandByLedger, long reserved, long reservedByLedger, long reservedByOrders) {
        var drift = Math.abs(onHand - onHandByLedger)
                + Math.abs(reserved - reservedByLedger)
                + Math.abs(reserved - reservedByOrders);
        return new Difference(
                "SKU-1", "MAIN", onHand, onHandByLedger, reserved, reservedByLedger, reservedByOrders, drift);
    }
}
