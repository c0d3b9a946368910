package shop.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.get;
import static shop.order.Rest.told;
import static shop.order.lifecycle.SomeOrder.anOrder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.order.RelayPause;

@QuarkusTest
@WithServers(database = "orders")
class EventRetentionTest {

    /// Old for these tests alone; for the service itself it is not.
    private static final Instant BEFORE =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(10));

    private static final Instant OLD = BEFORE.minusMillis(1);

    @Inject
    Orders orders;

    @Inject
    EventRetention retention;

    @Test
    void the_words_of_old_events_go_and_what_happened_stays() {
        var old = placed(OLD);
        var young = placed(BEFORE);
        List.of(old, young).forEach(it -> awaitTold(it, "OrderPlaced"));

        forget();

        assertThat(events(old)).containsOnlyNulls();
        assertThat(events(young)).doesNotContainNull();
        var history = get("/orders/{id}/history", old).jsonPath();
        assertThat(history.getList("items.type")).containsExactly("OrderPlaced");
        assertThat(history.getList("items.actor")).containsExactly("test");
        assertThat(history.getList("items.sequence")).containsExactly(1);
    }

    @Test
    void what_is_not_told_yet_keeps_its_words_however_old_it_is() throws Exception {
        UUID untold;
        try (var _ = new RelayPause("orders")) {
            untold = placed(OLD);

            forget();
        }

        awaitTold(untold, "OrderPlaced");
    }

    @Test
    void what_has_no_words_any_more_is_not_told_again() {
        var order = anOrder().placedAt(OLD).build();
        place(order);
        awaitTold(order.orderId(), "OrderPlaced");
        forget();

        place(order);
        var after = placed(Instant.now());

        awaitTold(after, "OrderPlaced"); // Told in the order of writing: the other would have been told before it.
        assertThat(told(order.orderId())).hasSize(1);
    }

    private void forget() {
        retention.forget(BEFORE);
    }

    private static List<Object> events(UUID orderId) {
        return get("/orders/{id}/history", orderId).jsonPath().getList("items.event");
    }

    private UUID placed(Instant at) {
        var order = anOrder().placedAt(at).build();
        place(order);
        return order.orderId();
    }

    private void place(Order order) {
        QuarkusTransaction.requiringNew().run(() -> orders.place(List.of(order), "test"));
    }
}
