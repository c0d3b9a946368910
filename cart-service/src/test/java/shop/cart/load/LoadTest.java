package shop.cart.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;
import static shop.cart.Given.wanted;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Http.Reply;
import shop.cart.Neighbours;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

/// One reader, one change and one checkout in flight at a time are all that this service takes on.
@QuarkusTest
@TestProfile(LoadTest.Small.class)
@WithServers(database = "cart", redis = true)
class LoadTest {

    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shop.load.changes", "1",
                    "shop.load.reads", "1",
                    "shop.load.patience", "1s",
                    "shop.load.checkout-lag", "1",
                    "shop.load.checkout-patience", "2s",
                    "shop.redis.timeout", "10s"); // So that a paused Redis keeps a request busy.
        }
    }

    private final String first = aCustomer();
    private final String second = aCustomer();

    @BeforeEach
    void both_have_something_in_the_cart() {
        var book = aProduct("Book").told();
        inCart(first, book, 1);
        inCart(second, book, 1);
    }

    @AfterEach
    void redis_is_back() {
        TestServers.redis().resume();
    }

    @Test
    void while_checkouts_get_no_outcome_new_ones_are_refused_and_all_else_works() {
        Neighbours.decide(first, Neighbours::ignore);
        var running = checkout(first);

        var refused = checkout(second);

        assertThat(running.status()).isEqualTo(202);
        assertOverloaded(refused);
        assertThat(Http.get("/carts/" + second).status()).isEqualTo(200);
        assertThat(Http.get("/carts/" + second).body().path("pendingCheckout").isTextual())
                .isFalse();
        inCart(second, aProduct("Pen").told(), 1);
        var repeated = checkout(first);
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(repeated.text("checkoutId")).isEqualTo(running.text("checkoutId"));
        assertThat(Http.get("/checkouts/" + running.text("checkoutId")).text("state"))
                .isEqualTo("PROCESSING");

        placeFirst();

        assertThat(checkout(second).status()).isEqualTo(201);
    }

    @Test
    void a_new_checkout_waits_until_an_earlier_one_has_its_outcome() {
        Neighbours.decide(first, Neighbours::ignore);
        checkout(first);
        var queued = metric("cart_checkouts_total{outcome=\"queued\"}");
        var waits = atOnce(() -> checkout(second));
        await().atMost(Given.SOON).until(() -> metric("cart_checkouts_total{outcome=\"queued\"}") > queued);

        placeFirst();

        assertThat(waits.join().status()).isEqualTo(201);
        assertThat(metric("cart_checkouts_outcome_seconds_count")).isPositive();
        await().atMost(Given.SOON).until(() -> metric("cart_checkouts_in_flight") == 0);
    }

    @Test
    void past_the_limit_a_reader_is_refused_while_a_checkout_gets_in_and_one_that_waits_keeps_its_body() {
        TestServers.redis().pause();
        var readers = List.of(atOnce(() -> Http.get("/carts/" + first)), atOnce(() -> Http.get("/carts/" + first)));
        var refused = CompletableFuture.anyOf(readers.toArray(CompletableFuture[]::new));
        assertOverloaded((Reply) refused.join());
        var queued = metric("cart_requests_total{kind=\"changes\",outcome=\"queued\"}");
        var product = "unknown";
        var changes = List.of(
                atOnce(() -> Http.post("/carts/" + second + "/items", wanted(product, 1))),
                atOnce(() -> Http.post("/carts/" + second + "/items", wanted(product, 1))));
        var buys = atOnce(() -> checkout(first));
        await().atMost(Given.SOON)
                .until(() -> metric("cart_requests_total{kind=\"changes\",outcome=\"queued\"}") > queued);

        TestServers.redis().resume();

        assertThat(buys.join().status()).isEqualTo(201);
        assertThat(changes)
                .allSatisfy(it -> assertThat(it.join().text("productId")).isEqualTo(product));
        assertThat(readers.stream().map(it -> it.join().status())).containsExactlyInAnyOrder(200, 503);
    }

    @Test
    void who_hangs_up_gives_the_place_back() throws IOException {
        try (var slow = new Socket("127.0.0.1", address().getPort())) {
            slow.getOutputStream().write("""
                    POST /api/v1/carts/%s/items HTTP/1.1\r
                    Host: shop\r
                    Content-Type: application/json\r
                    Content-Length: 1000\r
                    \r
                    {""".formatted(first).getBytes(StandardCharsets.UTF_8));
            await().atMost(Given.SOON).until(() -> metric("cart_requests_in_flight") == 1);
            assertOverloaded(Http.post("/carts/" + second + "/items", wanted("any", 1)));
        }

        await().atMost(Given.SOON).until(() -> metric("cart_requests_in_flight") == 0);
        assertThat(Http.delete("/carts/" + second).status()).isLessThan(300);
    }

    private static void assertOverloaded(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).hasValue("1");
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.text("type")).isEqualTo("/problems/overloaded");
        assertThat(reply.text("instance")).startsWith("/api/v1/carts/");
    }

    private void placeFirst() {
        await().atMost(Given.SOON).until(() -> !Neighbours.askedBy(first).isEmpty());
        Neighbours.place(Neighbours.askedBy(first).getFirst());
    }

    private static Reply checkout(String customer) {
        return Http.post("/carts/" + customer + "/checkout", null);
    }

    private static CompletableFuture<Reply> atOnce(Supplier<Reply> call) {
        return CompletableFuture.supplyAsync(call, Executors.newVirtualThreadPerTaskExecutor());
    }

    /// What the service says of itself; 0 where it has nothing to say yet.
    private static double metric(String name) {
        return Http.get("/../../q/metrics")
                .response()
                .body()
                .lines()
                .filter(it -> it.startsWith(name + " ") || it.startsWith(name + "{"))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static URI address() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }
}
