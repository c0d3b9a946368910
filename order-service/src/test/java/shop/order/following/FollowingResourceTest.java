package shop.order.following;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.Rest.get;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.local.test.WithServers;
import shop.order.RelayPause;
import shop.order.following.OpenStream.Event;
import shop.order.lifecycle.SomeLife;

@QuarkusTest
@WithServers(database = "orders")
class FollowingResourceTest {

    private static final int MOST = 10;

    @Inject
    SomeLife life;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void all_have_gone() {
        awaitOpen(0);
    }

    @Test
    void who_connects_hears_the_whole_history_as_it_was_told() throws Exception {
        var id = life.shipped();

        try (var stream = OpenStream.of(id)) {
            stream.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");

            assertThat(stream.ids()).containsExactly("1", "2", "3");
            assertThat(stream.events()).extracting(Event::data).isEqualTo(life.json(id));
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        }
    }

    @Test
    void what_happens_while_somebody_listens_is_heard() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed")) {
            ship(id);

            stream.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");
        }
    }

    @Test
    void who_comes_back_hears_what_they_missed() throws Exception {
        var id = life.shipped();

        try (var stream = OpenStream.after(1, id)) {
            stream.awaitTypes("OrderConfirmed", "OrderShipped");

            assertThat(stream.ids()).containsExactly("2", "3");
        }
    }

    @Test
    void all_who_follow_an_order_hear_of_it_and_nobody_else_does() throws Exception {
        var id = life.confirmed();

        try (var one = OpenStream.of(id);
                var other = OpenStream.after(2, id);
                var elsewhere = OpenStream.of(life.confirmed())) {
            elsewhere.awaitTypes("OrderPlaced", "OrderConfirmed");
            ship(id);

            one.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");
            other.awaitTypes("OrderShipped");
            elsewhere.awaitHeartbeats(2);
            assertThat(elsewhere.types()).hasSize(2);
        }
    }

    @Test
    void what_is_committed_but_not_told_is_heard_nevertheless() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed");
                var _ = new RelayPause("orders")) {
            ship(id);

            stream.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");
        }
    }

    @Test
    void what_the_history_brought_is_not_heard_again_when_it_is_told() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed")) {
            try (var _ = new RelayPause("orders")) {
                ship(id);
                stream.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");
            }
            post("/orders/{id}/deliver", "", id);

            stream.awaitEnd();
            assertThat(stream.ids()).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void the_stream_ends_after_the_delivery() throws Exception {
        var id = life.shipped();

        try (var early = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped")) {
            post("/orders/{id}/deliver", "", id);
            early.awaitEnd();
            try (var late = OpenStream.of(id)) {
                late.awaitEnd();

                assertThat(early.types())
                        .containsExactly("OrderPlaced", "OrderConfirmed", "OrderShipped", "OrderDelivered");
                assertThat(late.events()).isEqualTo(early.events());
            }
        }
    }

    @Test
    void who_has_heard_of_the_delivery_is_told_not_to_come_again() throws Exception {
        var id = life.delivered();

        try (var early = OpenStream.after(3, id);
                var late = OpenStream.after(4, id);
                var ahead = OpenStream.after(5, id)) {
            early.awaitEnd();

            assertThat(early.types()).containsExactly("OrderDelivered");
            assertThat(late.status()).isEqualTo(204);
            assertThat(ahead.status()).isEqualTo(204);
        }
    }

    @Test
    void a_cancelled_order_is_followed_on_as_its_money_goes_back() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.after(2, id)) {
            post("/orders/{id}/cancel", "{}", id);
            stream.awaitTypes("OrderCancelled", "RefundRequired");
            stream.awaitHeartbeats(1);

            assertThat(stream.hasEnded()).isFalse();
        }
        try (var again = OpenStream.after(4, id)) {
            assertThat(again.status()).isEqualTo(200);
        }
    }

    @Test
    void a_stream_where_nothing_happens_shows_that_it_is_alive() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.after(2, id)) {
            stream.awaitHeartbeats(2);

            assertThat(stream.events()).isEmpty();
        }
    }

    @Test
    void who_hangs_up_is_forgotten() throws Exception {
        var id = life.confirmed();

        try (var _ = OpenStream.of(id);
                var _ = OpenStream.of(id)) {
            awaitOpen(2);
        }

        awaitOpen(0);
    }

    @Test
    void more_than_so_many_are_refused_until_somebody_goes() throws Exception {
        var id = life.confirmed();
        var streams = new ArrayList<OpenStream>();
        try {
            for (int i = 0; i < MOST; i++) {
                streams.add(OpenStream.of(id));
            }

            var refused = refused("0", id);
            streams.removeLast().close();
            awaitOpen(MOST - 1);
            streams.add(OpenStream.of(id));

            problem(refused, 503, "unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            assertThat(streams.getLast().status()).isEqualTo(200);
        } finally {
            streams.forEach(OpenStream::close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "three", "1.5", "2147483648"})
    void an_id_that_no_event_has_is_refused(String lastEventId) throws Exception {
        var id = life.confirmed();

        var answer = refused(lastEventId, id);

        assertThat(problem(answer, 400, "validation").getList("violations.field", String.class))
                .containsExactly("Last-Event-ID");
    }

    @Test
    void an_order_that_nobody_knows_is_followed_by_nobody() {
        problem(get("/orders/{id}/stream", UUID.randomUUID()), 404, "not-found");
        problem(get("/orders/{id}/stream", "7"), 404, "not-found");
    }

    @Test
    void the_events_that_were_sent_are_counted() throws Exception {
        var before = metrics.get("order.stream.events.sent").counter().count();

        try (var _ = OpenStream.of(life.shipped()).awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped")) {
            assertThat(metrics.get("order.stream.events.sent").counter().count())
                    .isEqualTo(before + 3);
        }
    }

    @Test
    void nothing_is_missed_or_heard_twice_by_who_connects_while_it_happens() throws Exception {
        var streams = new ArrayList<OpenStream>();
        try {
            for (int i = 0; i < MOST; i++) {
                var id = life.confirmed();
                var change = Thread.ofVirtual().start(() -> {
                    ship(id);
                    post("/orders/{id}/deliver", "", id);
                });
                streams.add(OpenStream.of(id));
                change.join();
            }

            for (var stream : streams) {
                stream.awaitEnd();
                assertThat(stream.ids()).isEqualTo(ids(4));
            }
        } finally {
            streams.forEach(OpenStream::close);
        }
    }

    private static List<String> ids(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static void ship(UUID id) {
        post("/orders/{id}/ship", "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}", id);
    }

    /// Looks first whether it is a stream, which would be read for ever.
    private static Response refused(String lastEventId, UUID id) throws Exception {
        try (var stream = OpenStream.after(lastEventId, id)) {
            assertThat(stream.status()).isNotEqualTo(200);
        }
        return given().header("Last-Event-ID", lastEventId).get("/api/v1/orders/{id}/stream", id);
    }

    private void awaitOpen(int number) {
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                metrics.get("order.streams.open").gauge().value())
                        .isEqualTo(number));
    }
}
