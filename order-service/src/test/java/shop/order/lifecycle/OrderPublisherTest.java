package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.told;
import static shop.order.lifecycle.SomeOrder.anOrder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.order.RelayPause;
import shop.order.Topics;

@QuarkusTest
@WithServers(database = "orders")
class OrderPublisherTest {

    @Inject
    Orders orders;

    @Test
    void what_was_committed_while_nobody_told_is_told_in_sequence_by_the_next_owner() throws SQLException {
        List<Order> placed;
        try (var _ = new RelayPause("orders")) {
            placed = Stream.generate(() -> anOrder().build()).limit(50).toList();
            QuarkusTransaction.requiringNew().run(() -> orders.place(placed, "test"));
            for (var order : placed) {
                move(order.orderId(), new Transition.Confirm("pay-1"));
                move(order.orderId(), new Transition.Cancel("changed my mind"));
            }
            assertThat(told(placed.getFirst().orderId())).isEmpty();
        }

        for (var order : placed) {
            awaitTold(order.orderId(), "OrderPlaced", "OrderConfirmed", "OrderCancelled", "RefundRequired");
        }
    }

    @Test
    void a_cancellation_never_overtakes_the_placing_that_is_told_again() throws SQLException {
        var order = anOrder().build();
        var id = order.orderId();
        QuarkusTransaction.requiringNew().run(() -> orders.place(List.of(order), "test"));
        awaitTold(id, "OrderPlaced");

        try (var _ = new RelayPause("orders")) {
            move(id, new Transition.Cancel("changed my mind"));
            QuarkusTransaction.requiringNew().run(() -> orders.place(List.of(order), "test"));
        }

        awaitTold(id, "OrderPlaced", "OrderCancelled");
        var events = told(id);
        assertThat(events)
                .extracting(Topics.Told::sequence)
                .isSorted()
                .startsWith(1, 1)
                .endsWith(2);
        assertThat(events.get(1)).isEqualTo(events.get(0));
    }

    private void move(UUID id, Transition transition) {
        QuarkusTransaction.requiringNew().run(() -> orders.move(Map.of(id, transition), "test", Instant.now()));
    }
}
