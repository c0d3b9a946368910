package shop.cart.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.fresh;
import static shop.cart.Given.inCart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Http.Reply;
import shop.cart.Neighbours;
import shop.cart.RedisServer;
import shop.cart.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CheckoutOutcomesTest {

    private static final String ORDERS = "order.orders.v1";
    private static final String RESERVATIONS = "inventory.reservations.v1";

    private final String customer = aCustomer();
    private final String book = aProduct("Book").at("10.00").told();

    @Test
    void an_outcome_that_comes_twice_counts_once() {
        Neighbours.decide(customer, Neighbours::placeTwice);
        inCart(customer, book, 2);
        checkout();
        inCart(customer, book, 1);

        Neighbours.placed(asked());
        Neighbours.outOfStock(asked());
        untilWorkedOff(asked().path("orderId").asText());

        assertThat(cart().at("/lines/0/quantity").asInt()).isEqualTo(1);
        assertThat(Http.get("/checkouts/" + asked().path("orderId").asText()).text("state"))
                .isEqualTo("PLACED");
    }

    @Test
    void an_outcome_of_another_checkout_leaves_the_one_in_flight_alone() {
        inCart(customer, book, 1);
        checkout();
        var first = asked();
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 4);
        var running = checkout();

        Neighbours.placed(first);
        untilWorkedOff(first.path("orderId").asText());

        assertThat(running.status()).isEqualTo(202);
        assertThat(cart().at("/lines/0/quantity").asInt()).isEqualTo(4);
        assertThat(cart().path("pendingCheckout").asText()).isEqualTo(running.text("checkoutId"));
    }

    @Test
    void a_checkout_that_came_too_late_or_cannot_be_worked_off_says_so() {
        inCart(customer, book, 1);

        Neighbours.decide(customer, it -> Neighbours.reject(it, "EXPIRED"));
        var expired = checkout();
        Neighbours.decide(customer, it -> Neighbours.reject(it, "UNPROCESSABLE"));
        var unprocessable = checkout();

        assertThat(expired.status()).isEqualTo(409);
        assertThat(expired.text("type")).isEqualTo("/problems/checkout-expired");
        assertThat(unprocessable.status()).isEqualTo(422);
        assertThat(unprocessable.text("type")).isEqualTo("/problems/checkout-unprocessable");
        assertThat(cart().path("lines")).hasSize(1);
    }

    @Test
    void an_answer_to_another_request_under_the_same_id_is_refused() {
        Neighbours.decide(customer, it -> Neighbours.placed(it, "of another request"));
        inCart(customer, book, 1);

        var refused = checkout("Idempotency-Key", "k");
        var again = checkout("Idempotency-Key", "k");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(cart().at("/lines/0/quantity").asInt()).isEqualTo(1);
    }

    @Test
    void a_rejection_without_any_particulars_finds_its_checkout() {
        Neighbours.decide(customer, it -> {
            var id = it.path("orderId").asText();
            var event = Map.of("orderId", id, "reason", "UNPROCESSABLE", "shortages", new String[0]);
            Topics.tell(RESERVATIONS, id, "StockRejected", event);
        });
        inCart(customer, book, 1);

        var rejected = checkout();

        assertThat(rejected.status()).isEqualTo(422);
        assertThat(cart().path("pendingCheckout").isNull()).isTrue();
    }

    @Test
    void what_got_lost_is_asked_again_under_the_same_id_until_it_is_decided() {
        Neighbours.decide(customer, it -> {
            if (Neighbours.askedBy(customer).size() > 2) {
                Neighbours.place(it);
            }
        });
        inCart(customer, book, 1);

        checkout();

        var id = asked().path("orderId").asText();
        await().atMost(Given.SOON)
                .until(() -> Http.get("/checkouts/" + id).text("state").equals("PLACED"));
        assertThat(Neighbours.askedBy(customer)).hasSizeGreaterThan(2).containsOnly(asked());
    }

    @Test
    void an_outcome_is_known_even_where_the_checkout_was_lost() {
        Neighbours.decide(customer, it -> {
            RedisServer.delete("checkout:" + it.path("orderId").asText());
            Neighbours.place(it);
        });
        inCart(customer, book, 2);

        var placed = checkout("Idempotency-Key", "k");
        var again = checkout("Idempotency-Key", "k");

        assertThat(placed.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(placed.body());
        var seen = Http.get("/checkouts/" + placed.text("orderId")).body();
        assertThat(seen.at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(cart().path("lines")).isEmpty();
    }

    @Test
    void a_mark_on_the_cart_whose_checkout_was_lost_does_not_stay() {
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 2);
        var lost = checkout().text("checkoutId");
        RedisServer.delete("checkout:" + lost);
        Neighbours.decide(customer, Neighbours::place);

        var placed = checkout();

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("orderId")).isNotEqualTo(lost);
    }

    @Test
    void a_cart_whose_checkout_was_lost_with_the_end_of_the_log_is_not_ordered_twice() {
        loseTheCheckoutThen(Neighbours::place);
        var first = checkout();

        var again = checkout();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(cart().path("lines")).isEmpty();
        assertThat(Neighbours.askedBy(customer)).containsOnly(asked());
    }

    @Test
    void a_rejected_cart_whose_checkout_was_lost_with_the_end_of_the_log_can_be_tried_again() {
        loseTheCheckoutThen(Neighbours::outOfStock);
        var rejected = checkout();

        var again = checkout();
        Neighbours.decide(customer, Neighbours::place);
        var placed = checkout();

        assertThat(again.body()).isEqualTo(rejected.body());
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("orderId")).isNotEqualTo(rejected.text("checkoutId"));
    }

    /// Redis is as it was before the checkout when its outcome comes.
    private void loseTheCheckoutThen(Consumer<JsonNode> outcome) {
        inCart(customer, book, 2);
        var before = RedisServer.fields("cart:" + customer);
        Neighbours.decide(customer, it -> {
            RedisServer.delete("checkout:" + it.path("orderId").asText());
            RedisServer.setFields("cart:" + customer, before);
            outcome.accept(it);
        });
    }

    @Test
    void a_customer_who_waits_at_another_replica_is_told_there() throws InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        RedisServer.listen("checkout-outcomes:another-replica", heard::add);
        Neighbours.decide(customer, it -> {
            var key = "checkout:" + it.path("orderId").asText();
            RedisServer.setField(key, "replicas", RedisServer.field(key, "replicas") + " another-replica");
            Neighbours.place(it);
        });
        inCart(customer, book, 1);

        var placed = checkout();

        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains(placed.text("orderId"), "PLACED", "10.00");
    }

    @Test
    void a_customer_who_waits_here_hears_what_another_replica_found_out() {
        Neighbours.decide(customer, it -> {
            var id = it.path("orderId").asText();
            var replica = RedisServer.field("checkout:" + id, "replicas");
            RedisServer.publish(
                    "checkout-outcomes:" + replica,
                    "{\"checkoutId\":\"%s\",\"outcome\":{\"type\":\"PLACED\",\"total\":\"10.00\",\"currency\":\"USD\"}}"
                            .formatted(id));
        });
        inCart(customer, book, 1);

        var placed = checkout();

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("total")).isEqualTo("10.00");
    }

    @Test
    void what_cannot_be_read_is_left_aside_and_the_others_are_answered() {
        var bad = fresh("bad");
        Neighbours.decide(customer, it -> {
            for (var topic : new String[] {ORDERS, RESERVATIONS}) {
                Topics.tell(topic, bad, "OrderPraised", Map.of("orderId", bad));
            }
            Topics.tellBytes(ORDERS, bad, "OrderPlaced", "{\"orderId\":".getBytes(UTF_8));
            Topics.tellBytes(RESERVATIONS, bad, "StockRejected", "{}".getBytes(UTF_8));
            Neighbours.place(it);
        });
        inCart(customer, book, 1);

        var placed = checkout();

        assertThat(placed.status()).isEqualTo(201);
        for (var topic : new String[] {ORDERS, RESERVATIONS}) {
            await().atMost(Given.SOON)
                    .untilAsserted(() -> assertThat(Topics.recordsOf(topic + ".cart-service.dlq", bad))
                            .singleElement()
                            .satisfies(it -> assertThat(Topics.header(it, "dead-letter-reason"))
                                    .isNotBlank()));
        }
    }

    @Test
    void what_redis_refuses_is_left_aside() {
        var bad = fresh("bad");
        RedisServer.setText("checkout:" + bad, "not a hash");

        Topics.tell(
                RESERVATIONS,
                bad,
                "StockRejected",
                Map.of("orderId", bad, "reason", "EXPIRED", "shortages", new String[0]));

        await().atMost(Given.SOON)
                .untilAsserted(() -> assertThat(Topics.recordsOf(RESERVATIONS + ".cart-service.dlq", bad))
                        .singleElement()
                        .satisfies(it -> assertThat(Topics.header(it, "dead-letter-reason"))
                                .contains("WRONGTYPE")));
    }

    /// All that was told about this order so far has been worked off when its marker is a dead letter.
    private static void untilWorkedOff(String orderId) {
        for (var topic : new String[] {ORDERS, RESERVATIONS}) {
            var type = topic.equals(ORDERS) ? "OrderPlaced" : "StockRejected";
            Topics.tellBytes(topic, orderId, type, "marker".getBytes(UTF_8));
            await().atMost(Given.SOON)
                    .until(() -> !Topics.recordsOf(topic + ".cart-service.dlq", orderId)
                            .isEmpty());
        }
    }

    private Reply checkout(String... headers) {
        return Http.post("/carts/" + customer + "/checkout", null, headers);
    }

    private JsonNode cart() {
        return Http.get("/carts/" + customer).body();
    }

    private JsonNode asked() {
        return Neighbours.askedBy(customer).getFirst();
    }
}
