package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import shop.contracts.event.IncomingEvent;
import shop.notification.message.OrderEvent;
import shop.notification.message.OrderEvent.Line;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

class OrderEventsTest {

    private static final UUID ORDER = UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");
    private static final Instant AT = Instant.parse("2026-11-27T10:15:30Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void every_example_of_the_contract_is_read() throws IOException {
        var lines = List.of(new Line("Laptop", 1, "999.99"), new Line("T-Shirt", 5, "89.96"));

        assertThat(example("OrderPlaced")).isEqualTo(new OrderPlaced(ORDER, "alice", 1, AT, lines, "1089.95", "USD"));
        assertThat(example("OrderConfirmed")).isEqualTo(new OrderConfirmed(ORDER, "alice", 2, AT));
        assertThat(example("OrderShipped")).isEqualTo(new OrderShipped(ORDER, "alice", 3, AT, "DHL", "JD0146"));
        assertThat(example("OrderDelivered")).isEqualTo(new OrderDelivered(ORDER, "alice", 4, AT));
        assertThat(example("OrderCancelled")).isEqualTo(new OrderCancelled(ORDER, "alice", 2, AT, "PAYMENT_DECLINED"));
        assertThat(example("RefundRequired"))
                .isEqualTo(new RefundRequired(ORDER, "alice", 4, AT, "1089.95", "USD", "ORDER_CANCELLED"));
    }

    @Test
    void an_unknown_type_is_other() {
        assertThat(OrderEvents.read(event("OrderPraised", "[]"), JSON)).isEqualTo(new OrderEvent.Other());
    }

    @Test
    void an_event_without_its_order_cannot_be_read() {
        assertThatThrownBy(() -> OrderEvents.read(event("OrderDelivered", "{\"customerId\":\"ann\"}"), JSON))
                .isInstanceOf(IncomingEvent.Unreadable.class);
    }

    private static OrderEvent example(String type) throws IOException {
        var path = "contracts/order.orders.v1/%s.example.json".formatted(type);
        try (var example = OrderEventsTest.class.getClassLoader().getResourceAsStream(path)) {
            return OrderEvents.read(event(type, new String(example.readAllBytes(), StandardCharsets.UTF_8)), JSON);
        }
    }

    private static IncomingEvent event(String type, String json) {
        var record =
                new ConsumerRecord<>("order.orders.v1", 0, 0, ORDER.toString(), json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return new IncomingEvent(record);
    }
}
