package shop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.local.client.Answer;
import shop.local.client.Shop;
import shop.local.client.Until;
import shop.local.suite.Service;
import shop.local.suite.ServiceProcess;
import shop.local.suite.Suite;

/// Each checkout is asked for more than once, of two replicas that take turns, and some of what they stand on breaks.
@ExtendWith(TwoCarts.class)
class CheckoutRacesIT {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final Map<String, String> TEN_DOLLARS = Map.of("expectedTotal", "10.00");
    private static final Map<String, String> NINE_DOLLARS = Map.of("expectedTotal", "9.00");

    private final String customer = "races-" + UUID.randomUUID();

    @Test
    void fifty_at_once_with_a_key_are_one_order_and_fifty_equal_answers(Shop shop) {
        shop.add(customer, new Goods(shop).inStock(60), 1).expectSuccess();

        var answers = askedByFifty(() -> shop.requestCheckout(customer, KEY, "k"));

        assertOneOrder(shop, customer, answers);
        assertThat(answers)
                .filteredOn(it -> it.header(REPLAYED).isEmpty())
                .as("the first, where it was answered at its first try")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void fifty_at_once_without_a_key_are_one_order_and_fifty_equal_answers(Shop shop) {
        shop.add(customer, new Goods(shop).inStock(60), 1).expectSuccess();

        var answers = askedByFifty(() -> shop.requestCheckout(customer));

        assertOneOrder(shop, customer, answers);
    }

    @Test
    void where_the_replica_that_took_the_first_is_killed_all_who_ask_again_get_the_same_order(Suite suite, Shop shop)
            throws Exception {
        var keyless = customer + "-keyless";
        var productId = new Goods(shop).inStock(200);
        shop.add(customer, productId, 1).expectSuccess();
        shop.add(keyless, productId, 1).expectSuccess();
        suite.pause(Service.INVENTORY); // So that both are in flight until everybody is answered.

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var doomed = new Shop(suite.endpoints()); // Reaches the replica that will be killed, and no other.
            threads.submit(() -> doomed.requestCheckout(customer, KEY, "k"));
            threads.submit(() -> doomed.requestCheckout(keyless));
            awaitInFlight(shop, customer);
            awaitInFlight(shop, keyless);
            var answers = threads.submit(() -> askedByFifty(() -> shop.requestCheckout(customer, KEY, "k")));
            var keylessAnswers = threads.submit(() -> askedByFifty(() -> shop.requestCheckout(keyless)));
            suite.kill(Service.CART);

            var all = List.of(answers.get(), keylessAnswers.get());
            suite.resume(Service.INVENTORY);
            suite.start(Service.CART);
            assertOneOrder(shop, customer, all.getFirst());
            assertOneOrder(shop, keyless, all.getLast());
        }
    }

    @Test
    void a_key_stands_for_one_request(Suite suite, Shop shop) {
        shop.add(customer, new Goods(shop).inStock(10), 1).expectSuccess();
        suite.pause(Service.INVENTORY);

        var first = shop.requestCheckout(customer, TEN_DOLLARS, KEY, "k");
        var meanwhile = shop.requestCheckout(customer, TEN_DOLLARS, KEY, "k");
        var anotherMeanwhile = shop.requestCheckout(customer, NINE_DOLLARS, KEY, "k");
        suite.resume(Service.INVENTORY);
        assertOneOrder(shop, customer, List.of(first, meanwhile));
        var later = shop.requestCheckout(customer, TEN_DOLLARS, KEY, "k");
        var anotherLater = shop.requestCheckout(customer, NINE_DOLLARS, KEY, "k");

        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(meanwhile.header(REPLAYED)).isEqualTo("true");
        assertThat(later.header(REPLAYED)).isEqualTo("true");
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.text("orderId")).isEqualTo(Outcomes.idOf(first));
        assertThat(List.of(anotherMeanwhile, anotherLater))
                .allSatisfy(it -> assertThat(it.text("type")).isEqualTo("/problems/idempotency-key-reused"));
    }

    @Test
    void a_rejection_names_every_shortage_and_after_a_restocking_only_the_old_key_answers_it_again(Shop shop) {
        var goods = new Goods(shop);
        var one = goods.inStock(5);
        var two = goods.inStock(3);
        var other = customer + "-other";
        for (var it : List.of(customer, other)) {
            shop.add(it, one, 5).expectSuccess();
            shop.add(it, two, 3).expectSuccess();
        }
        goods.recount(one, 1);
        goods.recount(two, 0);

        var rejected = shop.checkout(customer, "old");
        var otherRejected = shop.checkout(other);
        var cart = quantitiesInCart(shop, customer);
        goods.recount(one, 20);
        goods.recount(two, 20);
        var again = shop.checkout(customer, "old");
        var withANewKey = shop.checkout(customer, "new");
        var withoutAKey = shop.checkout(other);

        assertThat(List.of(rejected, otherRejected, again)).allSatisfy(it -> {
            assertThat(it.body().findValuesAsText("productId")).contains(one, two);
            assertThat(it.body().path("shortages").findValuesAsText("available"))
                    .containsExactlyInAnyOrder("1", "0");
        });
        assertThat(cart).containsExactly("5", "3");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(List.of(withANewKey, withoutAKey)).allMatch(Answer::isPlaced);
        assertThat(ordersOf(shop, customer)).containsExactly(withANewKey.text("orderId"));
        assertThat(ordersOf(shop, other)).containsExactly(withoutAKey.text("orderId"));
    }

    @Test
    void a_new_cart_of_the_same_products_is_a_new_order(Shop shop) {
        var productId = new Goods(shop).inStock(10);
        shop.add(customer, productId, 1).expectSuccess();
        var first = shop.checkout(customer);
        shop.add(customer, productId, 1).expectSuccess();

        var second = shop.checkout(customer);

        assertThat(List.of(first, second)).allMatch(Answer::isPlaced);
        assertThat(ordersOf(shop, customer))
                .containsExactlyInAnyOrder(first.text("orderId"), second.text("orderId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_added_while_a_checkout_runs_survives_it_and_both_replicas_tell_its_state(
            Suite suite, Shop shop, ServiceProcess second) {
        var goods = new Goods(shop);
        var one = goods.inStock(10);
        var two = goods.inStock(10);
        shop.add(customer, one, 1).expectSuccess();
        suite.pause(Service.INVENTORY);

        var first = shop.requestCheckout(customer);
        shop.add(customer, one, 2).expectSuccess();
        shop.add(customer, two, 4).expectSuccess();
        var again = shop.requestCheckout(customer);
        var processing = statesAtBoth(suite, second, Outcomes.idOf(first));
        suite.resume(Service.INVENTORY);
        assertOneOrder(shop, customer, List.of(first, again));
        var placed = statesAtBoth(suite, second, Outcomes.idOf(first));

        assertThat(processing).containsOnly("PROCESSING");
        assertThat(placed).containsOnly("PLACED");
        assertThat(quantitiesInCart(shop, customer)).containsExactly("2", "4");
    }

    @Test
    void a_redis_that_comes_back_empty_makes_no_second_order_and_loses_none(Suite suite, Shop shop) {
        var keyless = customer + "-keyless";
        var productId = new Goods(shop).inStock(10);
        shop.add(customer, productId, 1).expectSuccess();
        shop.add(keyless, productId, 1).expectSuccess();
        suite.pause(Service.INVENTORY);
        var first = insist(() -> shop.requestCheckout(customer, KEY, "k"));
        var keylessFirst = insist(() -> shop.requestCheckout(keyless));

        suite.redis().kill();
        suite.redis().wipe();
        suite.redis().start();
        suite.resume(Service.INVENTORY);

        assertOneOrder(shop, customer, List.of(first));
        assertOneOrder(shop, keyless, List.of(keylessFirst));
        var again = shop.requestCheckout(customer, KEY, "k");
        var keylessAgain = shop.requestCheckout(keyless);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(again.text("orderId")).isEqualTo(Outcomes.idOf(first));
        assertThat(keylessAgain.text("type")).isEqualTo("/problems/empty-cart");
        assertOneOrder(shop, keyless, List.of(keylessFirst));
    }

    @Test
    void a_key_used_again_on_a_cart_refilled_since_redis_came_back_empty_stands_for_the_first_order(
            Suite suite, Shop shop) {
        var productId = new Goods(shop).inStock(10);
        shop.add(customer, productId, 1).expectSuccess();
        suite.pause(Service.INVENTORY);
        var first = insist(() -> shop.requestCheckout(customer, KEY, "k"));

        suite.redis().kill();
        suite.redis().wipe();
        suite.redis().start();
        Until.answered(() -> shop.add(customer, productId, 1), Answer::isSuccess)
                .expectSuccess();
        var again = insist(() -> shop.requestCheckout(customer, KEY, "k"));
        suite.resume(Service.INVENTORY);

        assertOneOrder(shop, customer, List.of(first, again));
    }

    @AfterEach
    void heal(Suite suite) {
        suite.resume(Service.INVENTORY);
        suite.redis().start();
        suite.start(Service.CART);
    }

    private static List<Answer> askedByFifty(Supplier<Answer> request) {
        return new Crowd("fifty", 50).atOnce(_ -> insist(request));
    }

    /// As a careful client does: asks again where the connection broke or the shop could not say.
    private static Answer insist(Supplier<Answer> request) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(request::get, it -> it.status() < 500);
    }

    private static void awaitInFlight(Shop shop, String customerId) {
        Awaitility.await("a checkout of " + customerId + " is in flight")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        shop.cart(customerId).body().path("pendingCheckout").isTextual());
    }

    /// All were answered alike, and with the one order that there is in the end.
    private static void assertOneOrder(Shop shop, String customerId, List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 202);
        assertThat(bodiesOf(answers, 201)).hasSizeLessThanOrEqualTo(1);
        assertThat(bodiesOf(answers, 202)).hasSizeLessThanOrEqualTo(1);
        var ids = answers.stream().map(Outcomes::idOf).distinct().toList();
        assertThat(ids).hasSize(1);
        new Outcomes(shop).isToldAsPlaced(ids.getFirst());
        new Outcomes(shop).isOrder(ids.getFirst());
        assertThat(ordersOf(shop, customerId)).isEqualTo(ids);
    }

    private static Set<JsonNode> bodiesOf(List<Answer> answers, int status) {
        return answers.stream()
                .filter(it -> it.status() == status)
                .map(Answer::body)
                .collect(Collectors.toSet());
    }

    private static List<String> ordersOf(Shop shop, String customerId) {
        return shop.ordersOf(customerId, "")
                .expectSuccess()
                .body()
                .path("items")
                .findValuesAsText("orderId");
    }

    private static List<String> quantitiesInCart(Shop shop, String customerId) {
        return shop.cart(customerId).expectSuccess().body().path("lines").findValuesAsText("quantity");
    }

    private static List<String> statesAtBoth(Suite suite, ServiceProcess second, String checkoutId) {
        return Stream.of(suite.url(Service.CART), second.url())
                .map(it -> new Shop(suite.endpoints().withCart(it.toString())))
                .map(it -> it.outcome(checkoutId).text("state"))
                .toList();
    }
}
