package shop.order.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.post;
import static shop.order.Rest.told;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.order.RelayPause;
import shop.order.Topics;
import shop.order.lifecycle.SomeLife;

/// What comes by the topic alone: there is no heartbeat here that would bring it, too.
@QuarkusTest
@TestProfile(OrderNewsConsumerTest.WithoutHeartbeat.class)
@WithServers(database = "orders")
class OrderNewsConsumerTest {

    @Inject
    SomeLife life;

    @Inject
    Heartbeat heartbeat;

    public static class WithoutHeartbeat implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shop.orders.stream.heartbeat", "24h");
        }
    }

    /// A new group hears of what is told after it was given its partitions, which is some time after the start.
    @BeforeEach
    void the_service_listens() throws Exception {
        var id = life.confirmed();
        try (var stream = OpenStream.after(2, id)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                tell(event(id, 3, "OrderShipped"));
                return !stream.events().isEmpty();
            });
        }
    }

    @Test
    void what_is_told_is_heard_by_all_who_follow() throws Exception {
        var id = life.confirmed();

        try (var one = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed");
                var other = OpenStream.after(1, id).awaitTypes("OrderConfirmed")) {
            ship(id);

            one.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");
            other.awaitTypes("OrderConfirmed", "OrderShipped");
            assertThat(one.events().getLast().data()).isEqualTo(life.json(id).getLast());
        }
    }

    @Test
    void what_another_process_tells_is_heard() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.after(2, id)) {
            tell(event(id, 3, "OrderShipped"));

            stream.awaitTypes("OrderShipped");
            assertThat(stream.events().getFirst().data()).isEqualTo(json(id, 3));
        }
    }

    @Test
    void what_is_told_again_is_heard_once() throws Exception {
        var id = life.confirmed();
        awaitTold(id, "OrderPlaced", "OrderConfirmed");

        try (var stream = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed")) {
            tell(event(id, 1, "OrderPlaced"), event(id, 2, "OrderConfirmed"), event(id, 3, "OrderShipped"));
            tell(event(id, 3, "OrderShipped"), event(id, 2, "OrderConfirmed"), event(id, 4, "OrderDelivered"));
            stream.awaitEnd();

            assertThat(stream.ids()).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void what_the_topic_left_out_comes_from_the_history() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.after(2, id);
                var _ = new RelayPause("orders")) {
            ship(id);
            post("/orders/{id}/deliver", "", id);
            tell(event(id, 4, "OrderDelivered"));
            stream.awaitEnd();

            assertThat(stream.types()).containsExactly("OrderShipped", "OrderDelivered");
            assertThat(stream.events().getFirst().data())
                    .isEqualTo(life.json(id).get(2));
        }
    }

    @Test
    void what_is_no_event_holds_up_nothing() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.after(2, id)) {
            tell(
                    record(null, "OrderShipped", json(id, 3)),
                    record("no-order", "OrderShipped", json(id, 3)),
                    record(id.toString(), "OrderShipped", null),
                    record(id.toString(), "OrderShipped", "{\"sequence\": \"three\"}"),
                    record(id.toString(), "OrderShipped", "{}"),
                    event(id, 3, "OrderShipped"));

            stream.awaitTypes("OrderShipped");
        }
    }

    @Test
    void the_heartbeat_brings_what_nobody_told() throws Exception {
        var id = life.confirmed();

        try (var stream = OpenStream.of(id).awaitTypes("OrderPlaced", "OrderConfirmed");
                var _ = new RelayPause("orders")) {
            ship(id);
            heartbeat.beat();

            stream.awaitTypes("OrderPlaced", "OrderConfirmed", "OrderShipped");
            assertThat(told(id)).extracting(Topics.Told::type).doesNotContain("OrderShipped");
        }
    }

    private static void ship(UUID id) {
        post("/orders/{id}/ship", "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}", id);
    }

    @SafeVarargs
    private static void tell(ProducerRecord<String, byte[]>... records) {
        Topics.send(List.of(records));
    }

    private static ProducerRecord<String, byte[]> event(UUID id, int sequence, String type) {
        return record(id.toString(), type, json(id, sequence));
    }

    private static ProducerRecord<String, byte[]> record(String key, String type, String json) {
        var value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        var event = new ProducerRecord<>("order.orders.v1", 0, key, value);
        event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private static String json(UUID id, int sequence) {
        return "{\"orderId\":\"%s\",\"customerId\":\"ann\",\"sequence\":%d,\"at\":\"2026-11-27T10:15:30Z\"}"
                .formatted(id, sequence);
    }
}
