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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.order.RelayPause;

@QuarkusTest
@WithServers(database = "orders")
class EventRetentionTest {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofHours(2));

    @Inject
    Orders orders;

    @Inject
    EventRetention retention;

    @Inject
    Sql sql;

    @BeforeEach
    void startAgain() {
        sql.update("UPDATE event_retention SET done_until = ?", START);
    }

    @Test
    void the_words_of_old_events_go_and_what_happened_stays() {
        var old = placed(START.plusSeconds(1));
        var oldToo = placed(UNTIL.minusMillis(1));
        var young = placed(UNTIL);
        List.of(old, oldToo, young).forEach(it -> awaitTold(it, "OrderPlaced"));

        forget();

        assertThat(events(old)).containsOnlyNulls();
        assertThat(events(oldToo)).containsOnlyNulls();
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
            untold = placed(START.plusSeconds(1));

            forget();
        }

        awaitTold(untold, "OrderPlaced");
    }

    @Test
    void what_has_no_words_any_more_is_not_told_again() {
        var order = anOrder().placedAt(START.plusSeconds(1)).build();
        place(order);
        awaitTold(order.orderId(), "OrderPlaced");
        forget();

        place(order);
        var after = placed(Instant.now());

        awaitTold(after, "OrderPlaced"); // Told in the order of writing: the other would have been told before it.
        assertThat(told(order.orderId())).hasSize(1);
    }

    @Test
    void it_goes_on_where_it_ended_and_only_one_is_at_it() {
        forget();
        var late = placed(START.plusSeconds(1));
        awaitTold(late, "OrderPlaced");

        var more = retention.forgetStep(UNTIL);

        assertThat(more).isFalse();
        assertThat(events(late)).doesNotContainNull();
    }

    private void forget() {
        while (retention.forgetStep(UNTIL)) {
            // There is more.
        }
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
