package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shop.contracts.event.IncomingEvent;
import shop.notification.message.CartEvent;
import shop.notification.message.CartEvent.CartExpired;
import shop.notification.message.CartEvent.CartExpiring;
import shop.notification.message.Kind;
import shop.notification.message.OrderEvent.Line;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;
import shop.notification.message.ShopEvent;

class EventsAreReadTest {

    private static final UUID ORDER = UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");
    private static final UUID CART = UUID.fromString("019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a");
    private static final Instant AT = Instant.parse("2026-11-27T10:15:30Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void every_example_of_an_order_is_read() {
        var lines = List.of(new Line("Laptop", 1, "999.99"), new Line("T-Shirt", 5, "89.96"));
        var expected = LocalDate.parse("2026-12-01");

        assertThat(example(Kind.ORDER_PLACED))
                .isEqualTo(new OrderPlaced(ORDER, "alice", 1, AT, lines, "1089.95", "USD"));
        assertThat(example(Kind.ORDER_CONFIRMED)).isEqualTo(new OrderConfirmed(ORDER, "alice", 2, AT));
        assertThat(example(Kind.ORDER_SHIPPED))
                .isEqualTo(new OrderShipped(ORDER, "alice", 3, AT, "DHL", "JD0146", expected));
        assertThat(example(Kind.ORDER_DELIVERED)).isEqualTo(new OrderDelivered(ORDER, "alice", 4, AT));
        assertThat(example(Kind.ORDER_CANCELLED))
                .isEqualTo(new OrderCancelled(ORDER, "alice", 2, AT, "PAYMENT_DECLINED"));
        assertThat(example(Kind.REFUND_REQUIRED))
                .isEqualTo(new RefundRequired(ORDER, "alice", 4, AT, "1089.95", "USD", "ORDER_CANCELLED"));
    }

    @Test
    void every_example_of_a_cart_is_read() {
        var activity = Instant.parse("2026-11-27T10:15:30.250Z");
        var expiry = Instant.parse("2026-11-28T10:15:30.250Z");
        var lines = List.of(new CartEvent.Line("LAPTOP", 1, "Laptop", "999.99", "USD"));

        assertThat(example(Kind.CART_EXPIRING)).isEqualTo(new CartExpiring(CART, "alice", activity, expiry, lines));
        assertThat(example(Kind.CART_EXPIRED)).isEqualTo(new CartExpired(CART, "alice", activity, expiry, lines));
    }

    @Test
    void an_unknown_type_is_no_kind() {
        assertThat(Kind.ofType("OrderPraised")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_event_without_what_it_is_about_cannot_be_read(Kind kind) {
        var event = event(kind, "{\"customerId\":\"ann\"}");

        assertThatThrownBy(() -> event.as(kind.event(), JSON)).isInstanceOf(IncomingEvent.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CartExpiring | \"expiresAt\": \"+1000000000-12-31T23:59:59Z\", \"lines\": []",
                "CartExpired | \"expiresAt\": \"2026-11-28T10:15:30Z\", \"lines\": [null]",
                "OrderPlaced | \"sequence\": 1, \"total\": \"1.00\", \"currency\": \"USD\", \"lines\": [null]"
            })
    void an_event_that_could_not_be_told_cannot_be_read(String type, String more) {
        var json = """
                {"cartId": "%s", "orderId": "%s", "customerId": "ann", "at": "%s", "lastActivity": "%s", %s}
                """.formatted(CART, ORDER, AT, AT, more);
        var event = event(Kind.named(type), json);

        assertThatThrownBy(() -> event.as(Kind.named(type).event(), JSON)).isInstanceOf(IncomingEvent.Unreadable.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_facts_that_are_stored_give_the_event_again(Kind kind) {
        var facts = new Facts(JSON);
        var event = example(kind);

        assertThat(facts.read(kind, facts.write(event))).isEqualTo(event);
    }

    private static ShopEvent example(Kind kind) {
        var topic = kind.isReminder() ? "cart.carts.v1" : "order.orders.v1";
        var path = "contracts/%s/%s.example.json".formatted(topic, kind.type());
        try (var example = EventsAreReadTest.class.getClassLoader().getResourceAsStream(path)) {
            return event(kind, new String(example.readAllBytes(), StandardCharsets.UTF_8))
                    .as(kind.event(), JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IncomingEvent event(Kind kind, String json) {
        var record =
                new ConsumerRecord<>("order.orders.v1", 0, 0, ORDER.toString(), json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", kind.type().getBytes(StandardCharsets.UTF_8));
        return new IncomingEvent(record);
    }
}
