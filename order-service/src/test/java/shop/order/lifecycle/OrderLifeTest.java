package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OrderLifeTest {

    @Property
    void whatever_is_wished_an_order_ends_after_at_most_three_steps(@ForAll List<OrderStatus> wishes) {
        var status = OrderStatus.PENDING;
        var steps = 0;

        for (var wish : wishes) {
            if (status.next().contains(wish)) {
                status = status.to(wish);
                steps++;
            }
        }

        assertThat(steps).isLessThanOrEqualTo(3);
    }

    @Property
    void nothing_that_was_shipped_is_ever_cancelled(@ForAll List<OrderStatus> wishes) {
        var status = OrderStatus.SHIPPED;

        for (var wish : wishes) {
            status = status.next().contains(wish) ? status.to(wish) : status;
        }

        assertThat(status).isIn(OrderStatus.SHIPPED, OrderStatus.DELIVERED);
    }
}
