package shop.inventory.reservation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class RedisAwayTest {

    @Inject
    Shop shop;

    @Inject
    ReserveStock reserveStock;

    @Inject
    StockLocks locks;

    @Inject
    LockSettings settings;

    @ConfigProperty(name = "shop.redis.url")
    String redisUrl;

    @AfterEach
    void bring_redis_back() {
        TestServers.redis().resume();
        if (!TestServers.redis().isRunning()) {
            TestServers.redis().start();
        }
        await().atMost(Broker.PATIENCE).until(() -> !locks.isDegraded());
    }

    @Test
    void redis_killed_in_mid_run_stops_no_reservation_and_shows_until_it_is_back() throws Exception {
        var product = shop.product(100);

        try (var pool = Executors.newFixedThreadPool(2)) {
            var runs = List.of(
                    pool.submit(() -> reserveOneByOne(product, 60)), pool.submit(() -> reserveOneByOne(product, 60)));
            await().atMost(Broker.PATIENCE).until(() -> shop.reserved(product) > 10);
            TestServers.redis().kill();
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(shop.reserved(product)).isEqualTo(100);
        assertThat(shop.differences(product)).isZero();
        assertThat(readiness()).isEqualTo("UP, degraded");
        TestServers.redis().start();
        await().atMost(Broker.PATIENCE)
                .untilAsserted(() -> assertThat(readiness()).isEqualTo("UP"));
    }

    @Test
    void redis_that_answers_nothing_stops_no_reservation() {
        var product = shop.product(100);
        TestServers.redis().pause();

        reserveOneByOne(product, 20);

        assertThat(shop.reserved(product)).isEqualTo(20);
        assertThat(readiness()).isEqualTo("UP, degraded");
    }

    @Test
    void locks_that_somebody_else_keeps_are_not_waited_for_long() throws Exception {
        var product = shop.product(5);
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = Thread.ofPlatform()
                .start(() -> locks.whileHolding(List.of(product), lease -> {
                    held.countDown();
                    return waitFor(done);
                }));
        held.await();

        reserveOneByOne(product, 1);

        assertThat(shop.reserved(product)).isEqualTo(1);
        assertThat(get("/q/metrics").asString()).containsPattern("inventory_lock_timeouts_total \\d*[1-9]");
        done.countDown();
        other.join();
    }

    @Test
    void a_service_that_starts_without_redis_finds_it_later() {
        TestServers.redis().kill();
        var client = new LockServer().client(redisUrl);
        var fresh = new StockLocks(client, settings, Clock.systemUTC(), new SimpleMeterRegistry());

        var worked = fresh.whileHolding(List.of("LAPTOP"), lease -> lease.equals(Lease.NONE));

        assertThat(worked).isTrue();
        assertThat(fresh.isDegraded()).isTrue();
        TestServers.redis().start();
        await().atMost(Broker.PATIENCE).until(() -> !fresh.isDegraded());
        assertThat(fresh.<Boolean>whileHolding(List.of("LAPTOP"), lease -> lease.equals(Lease.NONE)))
                .isFalse();
        client.shutdown();
    }

    private boolean reserveOneByOne(String product, int times) {
        IntStream.range(0, times)
                .forEach(_ ->
                        reserveStock.handle(List.of(aCheckout().of(product, 1).build())));
        return true;
    }

    private static boolean waitFor(CountDownLatch done) {
        try {
            return done.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readiness() {
        var health = get("/q/health/ready").then().statusCode(200).extract().jsonPath();
        var degraded = health.getBoolean("checks.find { it.name == 'locks in Redis' }.data.degraded");
        return health.getString("status") + (degraded ? ", degraded" : "");
    }
}
