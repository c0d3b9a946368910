package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.order.lifecycle.OrderStatus.CANCELLED;
import static shop.order.lifecycle.OrderStatus.CONFIRMED;
import static shop.order.lifecycle.OrderStatus.DELIVERED;
import static shop.order.lifecycle.OrderStatus.PENDING;
import static shop.order.lifecycle.OrderStatus.SHIPPED;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderStatusTest {

    private static final Set<List<OrderStatus>> ALLOWED = Set.of(
            List.of(PENDING, CONFIRMED),
            List.of(PENDING, CANCELLED),
            List.of(CONFIRMED, SHIPPED),
            List.of(CONFIRMED, CANCELLED),
            List.of(SHIPPED, DELIVERED));

    static Stream<Arguments> pairs() {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> Stream.of(OrderStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void of_all_25_pairs_these_five_are_allowed(OrderStatus from, OrderStatus to) {
        if (ALLOWED.contains(List.of(from, to))) {
            assertThat(from.to(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.to(to)).isInstanceOfSatisfying(InvalidTransition.class, refusal -> {
                assertThat(refusal.from()).isEqualTo(from);
                assertThat(refusal.to()).isEqualTo(to);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_may_come_before_is_what_may_go_on_to_it(OrderStatus status) {
        assertThat(Stream.of(OrderStatus.values()).filter(it -> it.next().contains(status)))
                .containsExactlyInAnyOrderElementsOf(status.previous());
    }
}
