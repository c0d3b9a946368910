package shop.cart.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.cart.Given.aCustomer;
import static shop.cart.Given.aProduct;
import static shop.cart.Given.inCart;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.cart.Http;
import shop.cart.Http.Reply;
import shop.cart.Neighbours;
import shop.cart.RedisServer;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class RedisAwayTest {

    private static final String A_REJECTION =
            "{\"checkoutId\":\"any\",\"outcome\":{\"type\":\"REJECTED\",\"reason\":\"EXPIRED\",\"shortages\":[]}}";
    private static final String READY = "/../../q/health/ready";

    private final String customer = aCustomer();
    private final String book = aProduct("Book").told();

    @AfterEach
    void redis_is_back() {
        TestServers.redis().resume();
        TestServers.redis().start();
        await().atMost(Given.SOON).until(() -> Http.get(READY).status() == 200);
    }

    @Test
    void without_redis_every_call_says_soon_that_it_cannot_and_the_service_is_not_ready() {
        inCart(customer, book, 1);

        TestServers.redis().kill();

        assertAllUnavailableWithin(Duration.ofSeconds(1));
        assertThat(Http.get(READY).status()).isEqualTo(503);
        assertThat(Http.get(READY).response().body()).contains("\"redis\"");
    }

    @Test
    void a_redis_that_hangs_holds_nobody_up() {
        inCart(customer, book, 1);

        TestServers.redis().pause();

        assertAllUnavailableWithin(Duration.ofSeconds(5));
        assertThat(Http.get(READY).status()).isEqualTo(503);
    }

    @Test
    void when_redis_is_back_all_is_well_and_what_was_accepted_before_is_answered() {
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 1);
        var accepted = Http.post("/carts/" + customer + "/checkout", null);
        TestServers.redis().kill();
        Neighbours.place(Neighbours.askedBy(customer).getFirst());
        assertAllUnavailableWithin(Duration.ofSeconds(1));

        TestServers.redis().start();

        await().atMost(Given.SOON)
                .until(() -> Http.get("/checkouts/" + accepted.text("checkoutId"))
                        .text("state")
                        .equals("PLACED"));
        await().atMost(Given.SOON).until(() -> Http.get(READY).status() == 200);
        assertThat(Http.get("/carts/" + customer).body().path("lines")).isEmpty();
        Neighbours.decide(customer, Neighbours::place);
        inCart(customer, aProduct("Pen").told(), 1);
        assertThat(Http.post("/carts/" + customer + "/checkout", null).status()).isEqualTo(201);
    }

    @Test
    void when_redis_is_back_this_replica_hears_of_outcomes_again() {
        Neighbours.decide(customer, Neighbours::ignore);
        inCart(customer, book, 1);
        var id = Http.post("/carts/" + customer + "/checkout", null).text("checkoutId");
        var channel = "checkout-outcomes:" + RedisServer.field("checkout:" + id, "replicas");

        TestServers.redis().kill();
        TestServers.redis().start();

        await().atMost(Given.SOON).ignoreExceptions().until(() -> RedisServer.publish(channel, A_REJECTION) == 1);
    }

    /// With Redisson's own settings a call would take 3 to 6 seconds.
    private void assertAllUnavailableWithin(Duration limit) {
        var cart = "/carts/" + customer;
        for (var reply : List.of(
                timed(() -> Http.get(cart)),
                timed(() -> Http.post(cart + "/items", Given.wanted(book, 1))),
                timed(() -> Http.put(cart + "/items/" + book, "{\"quantity\":2}")),
                timed(() -> Http.post(cart + "/checkout", null)),
                timed(() -> Http.get("/checkouts/any")))) {
            assertThat(reply.reply().status()).isEqualTo(503);
            assertThat(reply.reply().text("type")).isEqualTo("/problems/unavailable");
            assertThat(reply.reply().header("Retry-After")).hasValue("1");
            assertThat(reply.took()).isLessThan(limit);
        }
    }

    private static Timed timed(Supplier<Reply> call) {
        var start = System.nanoTime();
        var reply = call.get();
        return new Timed(reply, Duration.ofNanos(System.nanoTime() - start));
    }

    private record Timed(Reply reply, Duration took) {}
}
