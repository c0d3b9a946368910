package shop.inventory.reservation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.inventory.reservation.CheckoutBuilder.aCheckout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.config.Config;
import shop.contracts.event.Batches;
import shop.contracts.sql.Sql;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.inventory.allocation.RegionFirst;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.StockDesk;
import shop.local.test.TestServers;
import shop.local.test.WithServers;

/// The locks may be wrong in every way there is; the stock may not.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class LockHonestyTest {

    private static final Executor IN_THREAD = work -> Thread.ofPlatform().start(work);

    @Inject
    Shop shop;

    @Inject
    ReserveStock reserveStock;

    @Inject
    StockLocks locks;

    @Inject
    Reservations reservations;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "shop.redis.url")
    URI redisUrl;

    @AfterEach
    void bring_redis_back() {
        TestServers.redis().resume();
        if (!TestServers.redis().isRunning()) {
            TestServers.redis().start();
        }
        await().atMost(Broker.PATIENCE).until(() -> !locks.isDegraded());
    }

    @Test
    void a_redis_that_is_emptied_while_locks_are_held_lets_two_in_and_nothing_is_sold_twice() {
        var product = shop.product(3);
        var second = aCheckout().of(product, 2).build();
        var inside = new AtomicInteger();

        var first = locks.whileHolding(List.of(product), lease -> {
            inside.incrementAndGet();
            emptyRedis();
            var other = CompletableFuture.supplyAsync(
                    () -> locks.whileHolding(List.of(product), mine -> {
                        inside.incrementAndGet();
                        return mine;
                    }),
                    IN_THREAD);
            assertThat(other.join()).isNotEqualTo(Lease.NONE);
            return lease;
        });
        reserveStock.handle(List.of(second));

        assertThat(first).isNotEqualTo(Lease.NONE);
        assertThat(inside).hasValue(2);
        assertThat(locks.isDegraded()).isFalse();
        assertThat(shop.reserved(product)).isEqualTo(2);
    }

    @Test
    void the_release_of_a_lock_that_is_somebody_elses_by_now_leaves_it_to_them() {
        var product = shop.product(1);
        var got = new CountDownLatch(1);
        var done = new CountDownLatch(1);

        var other = locks.whileHolding(List.of(product), _ -> {
            emptyRedis();
            var holder = CompletableFuture.runAsync(
                    () -> locks.whileHolding(List.of(product), _ -> {
                        got.countDown();
                        return waitFor(done);
                    }),
                    IN_THREAD);
            waitFor(got);
            return holder;
        });

        // Whoever comes now finds the locks taken, and goes on without.
        assertThat(locks.<Lease>whileHolding(List.of(product), lease -> lease)).isEqualTo(Lease.NONE);
        done.countDown();
        other.join();
    }

    @Test
    void a_slow_redis_is_not_asked_lock_after_lock_when_the_time_for_all_is_over() throws IOException {
        var products = IntStream.range(0, 64).mapToObj("SLOW-%d"::formatted).toList();
        try (var proxy = new SlowProxy(redisUrl)) {
            var client = new LockServer().client("redis://127.0.0.1:" + proxy.port());
            var metrics = new SimpleMeterRegistry();
            var slowLocks = new StockLocks(client, settings(16, Duration.ofSeconds(3)), Clock.systemUTC(), metrics);
            slowLocks.isDegraded(); // It is connected now.
            proxy.slowDownBy(Duration.ofMillis(170));
            var before = proxy.requests();

            slowLocks.whileHolding(products, lease -> lease);

            // The first lock of sixteen takes longer than all may; what is asked then is its release.
            assertThat(proxy.requests() - before).isBetween(1, 4);
            assertThat(metrics.counter("inventory.lock.timeouts").count()
                            + metrics.counter("inventory.lock.failures").count())
                    .isGreaterThanOrEqualTo(1);
            client.shutdown();
        }
    }

    @Test
    void a_redis_that_hangs_and_comes_back_shows_in_the_metric_and_it_ends_by_itself() {
        var product = shop.product(9);
        TestServers.redis().pause();

        reserveStock.handle(List.of(aCheckout().of(product, 1).build()));
        var meanwhile = get("/q/metrics").asString();
        TestServers.redis().resume();

        assertThat(meanwhile).containsPattern("(?m)^inventory_lock_degraded 1(\\.0)?$");
        // Nobody asks for its health: the reservations themselves find Redis again.
        await().atMost(Broker.PATIENCE).untilAsserted(() -> {
            reserveStock.handle(List.of(aCheckout().of(product, 1).build()));
            assertThat(get("/q/metrics").asString()).containsPattern("(?m)^inventory_lock_degraded 0(\\.0)?$");
        });
    }

    @Test
    void a_holder_paused_past_its_lease_is_not_waited_for_longer_and_cannot_commit_late() {
        var product = shop.product(3);
        var mine = aCheckout().of(product, 2).build();
        var others = aCheckout().of(product, 2).build();
        var source = new PausingSource(database);
        var paused = withLocks(new Sql(source.source()), settings(16, Duration.ofSeconds(1)));
        var failures = new CopyOnWriteArrayList<String>();

        source.pauseBefore("INSERT INTO movement");
        var late = CompletableFuture.supplyAsync(
                () -> Batches.untilItPasses(() -> noting(failures, () -> paused.handle(List.of(mine)))), IN_THREAD);
        source.awaitPause();
        var decided = Batches.untilItPasses(() -> reserveStock.handle(List.of(others)));
        source.goOn();

        assertThat(decided).extracting(Reservation::status).containsExactly(Status.HELD);
        assertThat(late.join()).extracting(Reservation::status).containsExactly(Status.REJECTED);
        assertThat(failures).containsExactly("25P04"); // transaction_timeout: the database did not wait for longer
        assertThat(reservations.find(mine.orderId()))
                .get()
                .extracting(Reservation::status)
                .isEqualTo(Status.REJECTED);
        assertThat(shop.reserved(product)).isEqualTo(2);
        assertThat(shop.differences(product)).isZero();
    }

    private ReserveStock withLocks(Sql sql, LockSettings settings) {
        return new ReserveStock(
                new StockLocks(
                        new LockServer().client(redisUrl.toString()),
                        settings,
                        Clock.systemUTC(),
                        new SimpleMeterRegistry()),
                sql,
                StockDesk.rowsIn(sql),
                new Reservations(sql, json),
                StockDesk.ledgerIn(sql),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                new RegionFirst());
    }

    /// Notes by its SQLSTATE how work fails.
    private static <T> T noting(List<String> failures, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .filter(SQLException.class::isInstance)
                    .map(it -> ((SQLException) it).getSQLState())
                    .forEach(failures::add);
            throw e;
        }
    }

    private void emptyRedis() {
        var config = new Config();
        config.useSingleServer().setAddress(redisUrl.toString());
        var client = Redisson.create(config);
        client.getKeys().flushall();
        client.shutdown();
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(Broker.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LockSettings settings(int buckets, Duration lease) {
        return new LockSettings() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public int buckets() {
                return buckets;
            }

            @Override
            public Duration await() {
                return Duration.ofMillis(150);
            }

            @Override
            public Duration lease() {
                return lease;
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(4);
            }
        };
    }
}
