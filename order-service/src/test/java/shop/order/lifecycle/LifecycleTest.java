package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.order.lifecycle.OrderStatus.CANCELLED;
import static shop.order.lifecycle.OrderStatus.CONFIRMED;
import static shop.order.lifecycle.OrderStatus.CORE;
import static shop.order.lifecycle.OrderStatus.DELIVERED;
import static shop.order.lifecycle.OrderStatus.PENDING;
import static shop.order.lifecycle.OrderStatus.SHIPPED;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {

    private static final Set<List<OrderStatus>> ALLOWED = Set.of(
            List.of(PENDING, CONFIRMED),
            List.of(PENDING, CANCELLED),
            List.of(CONFIRMED, SHIPPED),
            List.of(CONFIRMED, CANCELLED),
            List.of(SHIPPED, DELIVERED));

    private static final OrderStatus PICKED = new OrderStatus("PICKED");
    private static final OrderStatus PACKED = new OrderStatus("PACKED");

    private final Lifecycle core = new Lifecycle(List.of());

    static Stream<Arguments> pairs() {
        return CORE.stream().flatMap(from -> CORE.stream().map(to -> Arguments.of(from, to)));
    }

    @Provide
    Arbitrary<List<OrderStatus>> wishes() {
        return Arbitraries.of(CORE).list();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void of_all_25_pairs_these_five_are_allowed(OrderStatus from, OrderStatus to) {
        if (ALLOWED.contains(List.of(from, to))) {
            assertThatCode(() -> core.check(from, to)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> core.check(from, to)).isInstanceOfSatisfying(InvalidTransition.class, refusal -> {
                assertThat(refusal.from()).isEqualTo(from);
                assertThat(refusal.to()).isEqualTo(to);
                assertThat(refusal.allowed()).isEqualTo(core.next(from));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_may_come_before_is_what_may_go_on_to_it(OrderStatus from, OrderStatus to) {
        assertThat(core.previous(to).contains(from)).isEqualTo(core.next(from).contains(to));
    }

    @Property
    void whatever_is_wished_an_order_ends_after_at_most_three_steps(@ForAll("wishes") List<OrderStatus> wishes) {
        var status = PENDING;
        var steps = 0;

        for (var wish : wishes) {
            if (core.next(status).contains(wish)) {
                status = wish;
                steps++;
            }
        }

        assertThat(steps).isLessThanOrEqualTo(3);
    }

    @Property
    void nothing_that_was_shipped_is_ever_cancelled(@ForAll("wishes") List<OrderStatus> wishes) {
        var status = SHIPPED;

        for (var wish : wishes) {
            status = core.next(status).contains(wish) ? wish : status;
        }

        assertThat(status).isIn(SHIPPED, DELIVERED);
    }

    @Test
    void a_status_of_ones_own_lies_between_two_and_can_be_cancelled_where_the_one_before_can() {
        var lifecycle = new Lifecycle(List.of(between(CONFIRMED, PACKED, SHIPPED)));

        assertThat(lifecycle.next(CONFIRMED)).containsExactlyInAnyOrder(PACKED, CANCELLED);
        assertThat(lifecycle.next(PACKED)).containsExactlyInAnyOrder(SHIPPED, CANCELLED);
        assertThat(lifecycle.previous(SHIPPED)).containsExactly(PACKED);
        assertThat(lifecycle.next(SHIPPED)).containsExactly(DELIVERED);
    }

    @Test
    void several_follow_on_one_another_whatever_order_they_come_in() {
        var lifecycle = new Lifecycle(List.of(between(PICKED, PACKED, SHIPPED), between(CONFIRMED, PICKED, SHIPPED)));

        assertThat(lifecycle.next(CONFIRMED)).containsExactlyInAnyOrder(PICKED, CANCELLED);
        assertThat(lifecycle.next(PICKED)).containsExactlyInAnyOrder(PACKED, CANCELLED);
        assertThat(lifecycle.next(PACKED)).containsExactlyInAnyOrder(SHIPPED, CANCELLED);
    }

    @Test
    void after_shipment_one_of_ones_own_cannot_be_cancelled_either() {
        var customs = new OrderStatus("IN_CUSTOMS");

        var lifecycle = new Lifecycle(List.of(between(SHIPPED, customs, DELIVERED)));

        assertThat(lifecycle.next(customs)).containsExactly(DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderCancelled", "OrderShipped", "RefundRequired"})
    void one_that_tells_what_the_core_tells_is_refused(String eventType) {
        var misnamed = new Between(PACKED, CONFIRMED, SHIPPED, false, eventType);

        assertThatThrownBy(() -> new Lifecycle(List.of(misnamed))).hasMessageContaining(eventType);
    }

    static Stream<OwnStatus> misfits() {
        return Stream.of(
                between(PENDING, PACKED, CONFIRMED), // Nothing but the payment confirms.
                between(CONFIRMED, PACKED, DELIVERED),
                between(CONFIRMED, PACKED, CANCELLED),
                between(PICKED, PACKED, SHIPPED),
                between(CONFIRMED, SHIPPED, SHIPPED));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void one_that_fits_nowhere_is_refused(OwnStatus misfit) {
        assertThatThrownBy(() -> new Lifecycle(List.of(misfit)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(misfit.status().name());
    }

    private static OwnStatus between(OrderStatus after, OrderStatus status, OrderStatus before) {
        return new Between(status, after, before, false, "OrderMovedTo" + status);
    }

    private record Between(
            OrderStatus status, OrderStatus after, OrderStatus before, boolean mayBeSkipped, String eventType)
            implements OwnStatus {}
}
