package shop.cart.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aMember;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Http.Reply;
import shop.cart.Neighbours;
import shop.cart.RedisServer;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CheckoutTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    @Inject
    Checkouts checkouts;

    private final String customer = aCustomer();
    private final String book = aProduct("Book").at("49.99").told();

    @Test
    void a_cart_becomes_an_order() {
        var laptop = aProduct("Laptop").at("999.99").told();
        inCart(customer, laptop, 1);
        inCart(customer, book, 2);

        var placed = checkout(
                "{\"region\":\"EU\",\"addressId\":\"home\",\"paymentMethod\":\"BANK_TRANSFER\",\"expectedTotal\":\"1099.97\"}");

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("total")).isEqualTo("1099.97");
        assertThat(placed.text("currency")).isEqualTo("USD");
        assertThat(placed.header("Location")).hasValue("/api/v1/orders/" + placed.text("orderId"));
        assertThat(cart().path("lines")).isEmpty();
        var asked = asked();
        assertThat(asked.path("orderId").asText()).isEqualTo(placed.text("orderId"));
        assertThat(asked.path("region").asText()).isEqualTo("EU");
        assertThat(asked.path("addressId").asText()).isEqualTo("home");
        assertThat(asked.path("paymentMethod").asText()).isEqualTo("BANK_TRANSFER");
        assertThat(asked.at("/lines/1/total").asText()).isEqualTo("99.98");
        var seen = Http.get("/checkouts/" + placed.text("orderId")).body();
        assertThat(seen.path("state").asText()).isEqualTo("PLACED");
        assertThat(seen.path("orderId").asText()).isEqualTo(placed.text("orderId"));
        assertThat(seen.at("/lines/0/status").asText()).isEqualTo("PURCHASED");
        assertThat(seen.at("/lines/1/quantity").asInt()).isEqualTo(2);
    }

    @Test
    void the_price_and_its_explanation_go_with_the_checkout() {
        var member = aMember();
        var shirt = aProduct("T-Shirt").at("19.99").told();
        inCart(member, shirt, 5);
        policy("{\"strategies\":[{\"type\":\"BULK\"}],\"combine\":\"BEST\"}");

        var placed = Http.post("/carts/" + member + "/checkout", null);

        policy("{\"strategies\":[{\"type\":\"REGULAR\"}],\"combine\":\"BEST\"}");
        assertThat(placed.text("total")).isEqualTo("89.96");
        var line = Neighbours.askedBy(member).getFirst().at("/lines/0");
        assertThat(line.path("discount").asText()).isEqualTo("9.99");
        assertThat(line.at("/explanation/0/rule").asText()).isEqualTo("BULK");
        assertThat(line.at("/explanation/0/amount").asText()).isEqualTo("9.99");
    }

    @Test
    void what_takes_longer_is_accepted_and_goes_on() {
        Neighbours.decide(customer, Neighbours::reserve);
        inCart(customer, book, 1);

        var accepted = checkout(null);
        var location = accepted.header("Location").orElseThrow();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(location).isEqualTo("/api/v1/checkouts/" + accepted.text("checkoutId"));
        var path = "/checkouts/" + accepted.text("checkoutId");
        assertThat(Http.get(path).text("state")).isEqualTo("PROCESSING");
        await().atMost(Given.SOON).untilAsserted(() -> {
            assertThat(Http.get(path).body().at("/lines/0/status").asText()).isEqualTo("RESERVED");
            assertThat(cart().at("/lines/0/status").asText()).isEqualTo("RESERVED");
        });

        Neighbours.placed(asked());

        await().atMost(Given.SOON).until(() -> Http.get(path).text("state").equals("PLACED"));
        assertThat(cart().path("lines")).isEmpty();
    }

    @Test
    void what_is_added_while_a_checkout_runs_survives_it() {
        var pen = aProduct("Pen").told();
        Neighbours.decide(customer, asked -> {
            inCart(customer, book, 1);
            inCart(customer, pen, 3);
            Neighbours.place(asked);
        });
        inCart(customer, book, 2);

        var placed = checkout(null);

        assertThat(placed.status()).isEqualTo(201);
        assertThat(cart().path("lines")).hasSize(2);
        assertThat(cart().at("/lines/0/quantity").asInt()).isEqualTo(1);
        assertThat(cart().at("/lines/1/quantity").asInt()).isEqualTo(3);
    }

    @Test
    void a_rejected_checkout_says_what_was_removed_since() {
        var pen = aProduct("Pen").told();
        Neighbours.decide(customer, Neighbours::outOfStock);
        inCart(customer, book, 1);
        inCart(customer, pen, 1);
        var path = "/checkouts/" + checkout(null).text("checkoutId");

        Http.delete("/carts/" + customer + "/items/" + pen);

        var lines = Http.get(path).body().path("lines");
        assertThat(lines.findValuesAsText("productId")).containsExactly(book, pen);
        assertThat(lines.findValuesAsText("status")).containsExactly("ADDED", "REMOVED");
    }

    @Test
    void a_rejected_checkout_names_the_shortages_and_leaves_the_cart() {
        Neighbours.decide(customer, Neighbours::outOfStock);
        inCart(customer, book, 3);
        var before = cart();

        var rejected = checkout(null);

        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.text("type")).isEqualTo("/problems/out-of-stock");
        assertThat(rejected.body().at("/shortages/0/productId").asText()).isEqualTo(book);
        assertThat(rejected.body().at("/shortages/0/requested").asInt()).isEqualTo(3);
        assertThat(rejected.body().at("/shortages/0/available").asInt()).isEqualTo(1);
        assertThat(rejected.body().at("/shortages/0").has("soldIn")).isFalse();
        assertThat(cart().path("lines")).isEqualTo(before.path("lines"));
        assertThat(cart().path("quote")).isEqualTo(before.path("quote"));
        var seen = Http.get("/checkouts/" + rejected.text("checkoutId")).body();
        assertThat(seen.path("state").asText()).isEqualTo("REJECTED");
        assertThat(seen.path("reason").asText()).isEqualTo("OUT_OF_STOCK");
        assertThat(seen.at("/shortages/0/available").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_not_sold_in_the_customers_region_is_rejected_with_where_it_is() {
        Neighbours.decide(customer, Neighbours::notSoldHere);
        inCart(customer, book, 1);

        var rejected = checkout(null);

        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.body().at("/shortages/0/available").asInt()).isZero();
        assertThat(rejected.body().at("/shortages/0/soldIn").toString()).isEqualTo("[\"US\"]");
        var seen = Http.get("/checkouts/" + rejected.text("checkoutId")).body();
        assertThat(seen.at("/shortages/0/soldIn").toString()).isEqualTo("[\"US\"]");
    }

    @Test
    void after_a_restocking_another_try_is_another_checkout_and_the_old_key_answers_as_before() {
        Neighbours.decide(customer, Neighbours::outOfStock);
        inCart(customer, book, 1);
        var rejected = checkout(null);
        var withKey = checkout(null, KEY, "k");
        Neighbours.decide(customer, Neighbours::place);

        var oldKey = checkout(null, KEY, "k");
        var retried = checkout(null);

        assertThat(oldKey.status()).isEqualTo(409);
        assertThat(oldKey.header(REPLAYED)).hasValue("true");
        assertThat(oldKey.body()).isEqualTo(withKey.body());
        assertThat(retried.status()).isEqualTo(201);
        assertThat(retried.text("orderId")).isNotEqualTo(rejected.text("checkoutId"));
    }

    @Test
    void a_new_cart_of_the_same_products_is_a_new_order() {
        inCart(customer, book, 1);
        var first = checkout(null);
        inCart(customer, book, 1);

        var second = checkout(null);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("orderId")).isNotEqualTo(first.text("orderId"));
    }

    @Test
    void another_total_than_expected_is_refused() {
        inCart(customer, book, 2);

        var refused = checkout("{\"expectedTotal\":\"99.97\"}", KEY, "k");
        var again = checkout("{\"expectedTotal\":\"99.97\"}", KEY, "k");
        var right = checkout("{\"expectedTotal\":\"99.980\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("/problems/price-changed");
        assertThat(refused.text("expectedTotal")).isEqualTo("99.97");
        assertThat(refused.text("total")).isEqualTo("99.98");
        assertThat(again.header(REPLAYED)).hasValue("true");
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(right.status()).isEqualTo(201);
    }

    @Test
    void what_cannot_be_bought_is_refused() {
        var old = aProduct("Old");
        var unknown = Http.post("/carts/" + aCustomer() + "/checkout", null);
        inCart(customer, old.told(), 1);
        old.next().discontinued().told();

        var discontinued = checkout(null);
        var noTotal = checkout("{\"expectedTotal\":\"cheap\"}");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("type")).isEqualTo("/problems/empty-cart");
        assertThat(discontinued.status()).isEqualTo(422);
        assertThat(discontinued.text("type")).isEqualTo("/problems/product-discontinued");
        assertThat(noTotal.status()).isEqualTo(400);
        assertThat(noTotal.body().at("/violations/0/field").asText()).isEqualTo("expectedTotal");
        assertThat(Neighbours.askedBy(customer)).isEmpty();
    }

    @Test
    void the_same_key_answers_the_same_again_and_another_request_under_it_is_refused() {
        inCart(customer, book, 1);
        var first = checkout("{\"region\":\"EU\"}", KEY, "k");
        inCart(customer, book, 5);

        var again = checkout("{\"region\":\"EU\"}", KEY, "k");
        var other = checkout("{\"region\":\"US\"}", KEY, "k");
        var paidOtherwise = checkout("{\"region\":\"EU\",\"paymentMethod\":\"CARD\"}", KEY, "k");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header(REPLAYED)).hasValue("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(paidOtherwise.status()).isEqualTo(422);
        assertThat(orderIds()).hasSize(1);
    }

    @Test
    void fifty_at_once_with_a_key_are_one_order_and_fifty_equal_answers() {
        inCart(customer, book, 1);

        var replies = Http.atOnce(50, () -> checkout(null, KEY, "k"));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(replies).filteredOn(it -> it.header(REPLAYED).isEmpty()).hasSize(1);
        assertThat(orderIds()).hasSize(1);
    }

    @Test
    void fifty_at_once_without_a_key_are_one_order_and_fifty_equal_answers() {
        inCart(customer, book, 1);

        var replies = Http.atOnce(50, () -> checkout(null));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(orderIds()).hasSize(1);
    }

    @Test
    void a_checkout_while_another_one_runs_gets_its_answer() {
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 1);
        var first = checkout(null);
        Neighbours.decide(customer, Neighbours::place);

        var second = checkout("{\"region\":\"EU\"}", KEY, "k");
        var again = checkout("{\"region\":\"EU\"}", KEY, "k");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("orderId")).isEqualTo(first.text("checkoutId"));
        assertThat(again.body()).isEqualTo(second.body());
        assertThat(again.header(REPLAYED)).hasValue("true");
        assertThat(orderIds()).hasSize(1);
    }

    @Test
    void of_two_requests_that_join_under_one_key_at_once_only_one_is_answered() {
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 1);
        checkout(null);
        var bodies = new ConcurrentLinkedQueue<String>(Collections.nCopies(10, "{\"region\":\"EU\"}"));
        bodies.addAll(Collections.nCopies(10, "{\"region\":\"US\"}"));

        var replies = Http.atOnce(20, () -> checkout(bodies.poll(), KEY, "k"));

        assertThat(replies).filteredOn(it -> it.status() == 202).hasSize(10);
        assertThat(replies)
                .filteredOn(it -> it.status() != 202)
                .hasSize(10)
                .allSatisfy(it -> assertThat(it.text("type")).isEqualTo("/problems/idempotency-key-reused"));
        assertThat(replies)
                .filteredOn(it -> it.status() == 202 && it.header(REPLAYED).isEmpty())
                .hasSize(1);
    }

    @Test
    void a_key_that_was_used_since_it_was_looked_for_joins_nothing() {
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 1);
        var running = checkout(null).text("checkoutId");
        var keyId = CheckoutIds.of(customer, "k");

        var first = checkouts.join(running, keyId, "a request").orElseThrow();
        var second = checkouts.join(running, keyId, "another request").orElseThrow();

        assertThat(first.taken()).isFalse();
        assertThat(second.taken()).isTrue();
        assertThat(RedisServer.field("checkout:" + keyId, "request")).isEqualTo("a request");
    }

    @Test
    void a_key_that_joined_a_checkout_is_not_remembered_for_longer_than_it() {
        inCart(customer, book, 1);
        var placed = checkout(null);
        RedisServer.setSecondsLeft("checkout:" + placed.text("orderId"), 1000);

        var clickedTwice = checkout(null, KEY, "k");

        assertThat(clickedTwice.body()).isEqualTo(placed.body());
        assertThat(RedisServer.secondsLeft("checkout:" + CheckoutIds.of(customer, "k")))
                .isBetween(1L, 1000L);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        var unknown = Http.get("/checkouts/5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("type")).isEqualTo("/problems/not-found");
    }

    private Reply checkout(String body, String... headers) {
        return Http.post("/carts/" + customer + "/checkout", body, headers);
    }

    private JsonNode cart() {
        return Http.get("/carts/" + customer).body();
    }

    private JsonNode asked() {
        return Neighbours.askedBy(customer).getFirst();
    }

    private Set<String> orderIds() {
        return Neighbours.askedBy(customer).stream()
                .map(it -> it.path("orderId").asText())
                .collect(Collectors.toSet());
    }

    private static void policy(String policy) {
        var etag = Http.get("/pricing/policy").header("ETag").orElseThrow();
        assertThat(Http.put("/pricing/policy", policy, "If-Match", etag).status())
                .isEqualTo(200);
    }
}
