package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.event.IncomingEvent;
import shop.inventory.reservation.CheckoutEvent.CheckoutRequested;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Shortage;
import shop.inventory.reservation.ReservationEvent.StockFulfilled;
import shop.inventory.reservation.ReservationEvent.StockRejected;
import shop.inventory.reservation.ReservationEvent.StockReleased;

class ReservationEventsTest {

    private static final UUID ORDER = UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");
    private static final List<Allocation> ALLOCATIONS = List.of(new Allocation("LAPTOP", "MAIN", 1));
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<ReservationEvent> said() {
        var checkout = aCheckout().of("LAPTOP", 1).build();
        var now = Instant.now();
        return Stream.of(
                ReservationEvent.decisionOf(Reservation.held(checkout, ALLOCATIONS, now)),
                ReservationEvent.decisionOf(
                        Reservation.outOfStock(checkout, List.of(new Shortage("LAPTOP", 5, 4)), now)),
                ReservationEvent.decisionOf(
                        Reservation.outOfStock(checkout, List.of(new Shortage("WINE", 1, 0, List.of("EU"))), now)),
                ReservationEvent.decisionOf(Reservation.expired(checkout, now)),
                ReservationEvent.decisionOf(Reservation.unprocessable(ORDER, now)),
                StockRejected.unprocessable("not-even-an-id"),
                new StockReleased(ORDER.toString(), ALLOCATIONS),
                new StockFulfilled(ORDER.toString(), ALLOCATIONS));
    }

    @ParameterizedTest
    @MethodSource("said")
    void every_event_keeps_its_schema(ReservationEvent event) throws IOException {
        var schema = resource("inventory.reservations.v1", event.getClass().getSimpleName(), "schema");

        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(JSON.writeValueAsString(event), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @Test
    void the_example_of_a_checkout_is_understood() throws IOException {
        var event = incoming("CheckoutRequested", resource("cart.checkouts.v1", "CheckoutRequested", "example"));

        var read = CheckoutEvent.read(event, JSON);

        assertThat(read)
                .isEqualTo(new CheckoutRequested(
                        ORDER,
                        "alice",
                        "EU",
                        "6c1f4f0b7d0e4a55",
                        Instant.parse("2026-11-27T10:20:30Z"),
                        List.of(new Checkout.Line("LAPTOP", 1), new Checkout.Line("TSHIRT", 5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderPlaced", "OrderCancelled", "OrderShipped"})
    void the_examples_of_orders_are_understood(String type) throws IOException {
        var event = incoming(type, resource("order.orders.v1", type, "example"));

        var read = OrderEvent.read(event, JSON);

        assertThat(read)
                .isIn(
                        new OrderEvent.OrderPlaced(ORDER),
                        new OrderEvent.OrderCancelled(ORDER),
                        new OrderEvent.OrderShipped(ORDER))
                .extracting(it -> it.getClass().getSimpleName())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderConfirmed", "OrderDelivered", "RefundRequired"})
    void what_else_orders_do_is_nothing_to_us(String type) throws IOException {
        var event = incoming(type, resource("order.orders.v1", type, "example"));

        assertThat(OrderEvent.read(event, JSON)).isEqualTo(new OrderEvent.Other());
    }

    private static IncomingEvent incoming(String type, String json) {
        var record = new ConsumerRecord<>("topic", 0, 0, "key", json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return new IncomingEvent(record);
    }

    private static String resource(String topic, String type, String kind) throws IOException {
        var path = "/contracts/%s/%s.%s.json".formatted(topic, type, kind);
        try (var stream = ReservationEventsTest.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
