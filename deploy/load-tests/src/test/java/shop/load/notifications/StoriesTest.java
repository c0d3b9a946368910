package shop.load.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shop.load.measure.Json;

class StoriesTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void every_order_is_placed_then_confirmed_then_shipped_then_delivered() {
        var events = new Stories(1, 100).mixed(402);

        var byOrder = events.stream()
                .collect(Collectors.groupingBy(
                        OrderEvent::orderId, Collectors.mapping(OrderEvent::step, Collectors.toList())));

        assertThat(byOrder)
                .hasSize(100)
                .allSatisfy((_, steps) -> assertThat(steps).containsExactly(Step.values()));
    }

    @Test
    void the_kinds_come_mixed() {
        var events = new Stories(1, 100).mixed(400);

        var amidst = events.subList(200, 204);

        assertThat(amidst).extracting(OrderEvent::step).containsExactlyInAnyOrder(Step.values());
    }

    @Test
    void every_run_tells_the_same() {
        List<OrderEvent> one = new Stories(1, 100).mixed(40);

        assertThat(new Stories(1, 100).mixed(40)).isEqualTo(one);
        assertThat(new Stories(2, 100).mixed(40)).doesNotContainAnyElementsOf(one);
    }

    @Test
    void an_event_is_json_with_the_order_as_its_key() {
        var events = new Stories(1, 100).mixed(4);

        var records = events.stream().map(it -> it.at(NOON)).toList();

        assertThat(records).allSatisfy(it -> {
            var json = read(it.value());
            assertThat(json.path("orderId").asText()).isEqualTo(it.key());
            assertThat(json.path("at").asText()).isEqualTo("2026-11-27T12:00:00Z");
        });
        assertThat(records)
                .extracting(
                        it -> new String(it.headers().lastHeader("ce_type").value()),
                        it -> read(it.value()).path("sequence").asInt())
                .containsExactly(
                        tuple("OrderPlaced", 1),
                        tuple("OrderConfirmed", 2),
                        tuple("OrderShipped", 3),
                        tuple("OrderDelivered", 4));
    }

    private static JsonNode read(byte[] json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
