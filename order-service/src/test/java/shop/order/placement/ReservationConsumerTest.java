package shop.order.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.ReservedCheckout.arrive;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.get;
import static shop.order.Rest.history;
import static shop.order.Rest.told;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import shop.local.test.TestServers;
import shop.local.test.WithServers;
import shop.order.ReservedCheckout;
import shop.order.Rest;
import shop.order.Topics;
import shop.order.payment.ScriptedGateway;

@QuarkusTest
@WithServers(database = "orders")
class ReservationConsumerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    ScriptedGateway gateway;

    @Test
    void reserved_stock_becomes_an_order_as_it_was_priced() {
        var checkout = aReservedCheckout();
        gateway.neverAnswers(checkout.orderId());

        checkout.arrives();

        awaitStatus(checkout.orderId(), "PENDING");
        var order = get("/orders/{id}", checkout.orderId()).jsonPath();
        assertThat(order.getString("customerId")).isEqualTo(checkout.customerId());
        assertThat(order.getString("lines[0].total")).isEqualTo("99.98");
        assertThat(order.getString("region")).isEqualTo("EU");
        assertThat(order.getString("addressId")).isEqualTo("home");
        var event = awaitTold(checkout.orderId(), "OrderPlaced").getFirst();
        assertThat(event.data().get("fingerprint").asText()).isEqualTo("f1");
        assertThat(event.headers()).containsEntry("ce_source", "/order-service").containsEntry("ce_specversion", "1.0");
        assertThat(UUID.fromString(event.id()).version()).isEqualTo(7);
    }

    @Test
    void a_reservation_delivered_again_is_one_order_and_its_placing_is_told_again() {
        var checkout = aReservedCheckout();
        gateway.neverAnswers(checkout.orderId());
        checkout.arrives();
        awaitTold(checkout.orderId(), "OrderPlaced");

        checkout.arrives();

        await().atMost(LIMIT).until(() -> told(checkout.orderId()).size() > 1);
        assertThat(told(checkout.orderId()))
                .containsOnly(told(checkout.orderId()).getFirst());
        assertThat(history(checkout.orderId())).containsExactly("OrderPlaced");
        assertThat(get("/customers/{id}/orders", checkout.customerId()).<List<?>>path("items"))
                .hasSize(1);
    }

    @Test
    void a_reservation_twice_in_one_batch_is_one_order() {
        var checkout = aReservedCheckout();

        arrive(checkout, checkout, checkout);

        awaitStatus(checkout.orderId(), "CONFIRMED");
        assertThat(history(checkout.orderId())).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void a_reservation_an_hour_past_its_checkouts_end_is_placed_and_at_once_cancelled_unpaid() {
        var checkout = aReservedCheckout().expiring(Instant.now().minus(Duration.ofMinutes(61)));

        checkout.arrives();

        var events = awaitTold(checkout.orderId(), "OrderPlaced", "OrderCancelled");
        assertThat(events.getLast().data().get("reason").asText()).isEqualTo("UNPAID");
    }

    @Test
    void a_reservation_somewhat_past_its_checkouts_end_is_still_an_order() {
        var checkout = aReservedCheckout().expiring(Instant.now().minus(Duration.ofMinutes(59)));

        checkout.arrives();

        awaitStatus(checkout.orderId(), "CONFIRMED");
    }

    @Test
    void an_unreadable_record_is_a_dead_letter_and_those_around_it_are_placed() {
        var first = aReservedCheckout();
        var unreadable = UUID.randomUUID().toString();
        var last = aReservedCheckout();

        Topics.send(List.of(
                first.toRecord(),
                Topics.reservation(unreadable, "StockReserved", bytes("{\"orderId\"")),
                last.toRecord()));

        awaitStatus(first.orderId(), "CONFIRMED");
        awaitStatus(last.orderId(), "CONFIRMED");
        var letter = awaitDeadLetter(unreadable);
        assertThat(letter.headers())
                .containsEntry("dead-letter-topic", "inventory.reservations.v1")
                .containsEntry("ce_type", "StockReserved")
                .hasEntrySatisfying("dead-letter-reason", it -> assertThat(it).isNotBlank());
    }

    @Test
    void a_record_that_the_database_refuses_is_a_dead_letter_and_those_around_it_are_placed() {
        var refused = aReservedCheckout().named("B\\u0000ok");
        var others =
                Stream.generate(ReservedCheckout::aReservedCheckout).limit(10).toList();
        var batch =
                new ArrayList<>(others.stream().map(ReservedCheckout::toRecord).toList());
        batch.add(4, refused.toRecord());

        Topics.send(batch);

        others.forEach(it -> awaitStatus(it.orderId(), "CONFIRMED"));
        var letter = awaitDeadLetter(refused.key());
        assertThat(letter.headers().get("dead-letter-reason")).isNotBlank();
        assertThat(letter.data().get("orderId").asText()).isEqualTo(refused.key());
        assertThat(get("/orders/{id}", refused.orderId()).statusCode()).isEqualTo(404);
    }

    @Test
    void unknown_types_and_tombstones_hold_up_nothing() {
        var tombstone = UUID.randomUUID().toString();
        var checkout = aReservedCheckout();

        Topics.send(List.of(
                Topics.reservation("k1", "StockPainted", bytes("{}")),
                new ProducerRecord<>("inventory.reservations.v1", 0, "k2", bytes("no type at all")),
                Topics.reservation(tombstone, "StockReserved", null),
                checkout.toRecord()));

        awaitStatus(checkout.orderId(), "CONFIRMED");
        awaitDeadLetter(tombstone);
        assertThat(Topics.deadLetters("k1")).isEmpty();
    }

    @Test
    void hundreds_at_once_are_each_placed_told_and_confirmed() {
        var customer = "customer-" + UUID.randomUUID();
        var checkouts = Stream.generate(() -> aReservedCheckout().of(customer))
                .limit(600)
                .toArray(ReservedCheckout[]::new);

        arrive(checkouts);

        for (var checkout : checkouts) {
            awaitStatus(checkout.orderId(), "CONFIRMED");
        }
        assertThat(Rest.awaitTold(checkouts[599].orderId(), "OrderPlaced", "OrderConfirmed"))
                .hasSize(2);
    }

    @Test
    void a_database_that_is_away_for_a_while_loses_no_order() throws Exception {
        var checkout = aReservedCheckout();
        TestServers.postgres().kill();
        checkout.arrives();
        await().atMost(LIMIT).until(() -> RestAssured.get("/q/health/ready").statusCode() == 503);

        TestServers.postgres().start();

        await().atMost(LIMIT).until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        awaitTold(checkout.orderId(), "OrderPlaced", "OrderConfirmed");
        assertThat(Topics.deadLetters(checkout.key())).isEmpty();
    }

    private static Topics.Told awaitDeadLetter(String key) {
        await().atMost(LIMIT).until(() -> Topics.deadLetters(key).size() == 1);
        return Topics.deadLetters(key).getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
