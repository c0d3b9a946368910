package shop.order.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.order.ReservedCheckout.aReservedCheckout;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.event.IncomingEvent;
import shop.order.lifecycle.OrderLine;
import shop.order.placement.ReservationEvent.StockReserved;

class ReservationEventTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void the_example_of_a_reservation_reads_into_what_is_to_be_placed() {
        var event = (StockReserved) ReservationEvent.of(example("StockReserved"), JSON);

        assertThat(event.orderId()).isEqualTo(UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10"));
        assertThat(event.checkout().customerId()).isEqualTo("alice");
        assertThat(event.checkout().totals().total().text()).isEqualTo("1089.95");
        assertThat(event.checkout().expiresAt()).isEqualTo(Instant.parse("2026-11-27T10:20:30Z"));
        assertThat(event.checkout().lines().getLast())
                .isEqualTo(new OrderLine(
                        "TSHIRT",
                        "T-Shirt",
                        5,
                        "19.99",
                        "9.99",
                        "89.96",
                        List.of(new OrderLine.Explanation("BULK", "9.99"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"StockRejected", "StockReleased", "StockFulfilled"})
    void other_examples_do_not_concern_placing(String type) {
        assertThat(ReservationEvent.of(example(type), JSON)).isEqualTo(new ReservationEvent.Other());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"customerId\": \"customer-| \"customerId\": \"#",
                "\"quantity\": 2, \"unitPrice\" | \"quantity\": 0, \"unitPrice\"",
                "\"total\": \"99.98\", \"currency\" | \"total\": \"-99.98\", \"currency\"",
                "\"total\": \"99.98\", \"currency\" | \"total\": \"99.987\", \"currency\"",
                "\"currency\": \"USD\" | \"currency\": \"US\"",
                "\"expiresAt\" | \"somethingElse\"",
                "\"lines\" | \"somethingElse\"",
                "\"checkout\" | \"somethingElse\"",
            })
    void what_cannot_be_an_order_is_unreadable(String of, String with) {
        var json = aReservedCheckout().json();
        assertThat(json).contains(of);

        var event = event("StockReserved", json.replace(of, with).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ReservationEvent.of(event, JSON)).isInstanceOf(IncomingEvent.Unreadable.class);
    }

    private static IncomingEvent example(String type) {
        var path = "/contracts/inventory.reservations.v1/%s.example.json".formatted(type);
        try (var example = ReservationEventTest.class.getResourceAsStream(path)) {
            return event(type, example.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IncomingEvent event(String type, byte[] value) {
        var source = new ConsumerRecord<>("inventory.reservations.v1", 0, 0, "key", value);
        source.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return new IncomingEvent(source);
    }
}
