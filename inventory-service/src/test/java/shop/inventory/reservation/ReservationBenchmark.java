package shop.inventory.reservation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import shop.contracts.sql.Sql;
import shop.inventory.allocation.RegionFirst;
import shop.inventory.reservation.Workload.Goods;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.StockRows;
import shop.local.test.WithServers;

/// How many reservations a second go through [ReserveStock], beside `pgbench` with a transaction for each, on the same
/// tables of the same server in the same run. No test: `./shop benchmark reservations` prints the tables.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class ReservationBenchmark {

    private static final Duration EACH = Duration.ofMillis(Integer.getInteger("benchmark.millis", 1000));
    private static final int[] BATCHES = {1, 50, 200, 500};
    private static final int[] LINES = {1, 2, 4};
    private static final int[] REPLICAS = {1, 2};
    private static final int ROUNDS = 3;
    private static final Path TABLES = Path.of("target", "reservations.md");
    private static final int BUCKETS = 4;
    private static final int LOCK_PER_PRODUCT = 0;
    private static final int WITHOUT_LOCK = -1;

    @Inject
    Workload workload;

    @Inject
    Sql sql;

    @Inject
    StockRows stock;

    @Inject
    Reservations reservations;

    @Inject
    Ledger ledger;

    @Inject
    Pgbench pgbench;

    @ConfigProperty(name = "shop.redis.url")
    String redisUrl;

    @Test
    void tables() throws Exception {
        var goods = List.of(workload.hot(), workload.spread(10_000));
        warmUp(goods);
        Files.deleteIfExists(TABLES);
        goods.forEach(this::againstPgbench);
        goods.forEach(this::buckets);
    }

    private static void print(String format, Object... values) {
        var text = format.formatted(values);
        System.out.print(text);
        try {
            Files.writeString(TABLES, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void warmUp(List<Goods> goods) {
        for (var it : goods) {
            for (int lines : LINES) {
                rate(it, lines, 500, 1, BUCKETS);
                rate(it, lines, 1, 2, BUCKETS);
            }
        }
    }

    private void againstPgbench(Goods goods) {
        print("%n%s: reservations/s; in brackets, times the best of pgbench%n", goods.name());
        print("| lines | batch | 1 replica | without lock | 2 replicas | without lock | pgbench, best of clients |%n");
        print("|---|---|---|---|---|---|---|%n");
        for (int lines : LINES) {
            var usual = pgbench.best(goods, lines, EACH);
            for (int batch : BATCHES) {
                var variants = new ArrayList<Variant>();
                for (int replicas : REPLICAS) {
                    variants.add(new Variant(batch, replicas, BUCKETS));
                    variants.add(new Variant(batch, replicas, WITHOUT_LOCK));
                }
                var rates = rates(goods, lines, variants).stream()
                        .map(it -> "%,.0f (%.1f)".formatted(it, it / usual.rate()))
                        .toList();
                print("| %d | %d | %s | %s |%n", lines, batch, String.join(" | ", rates), usual);
            }
        }
    }

    private void buckets(Goods goods) {
        print("%n%s: reservations/s by lock buckets, batches of 500%n", goods.name());
        print(
                "| lines | replicas | no lock | 1 | 4 | 16 | 64 | 256 | one per product |%n|---|---|---|---|---|---|---|---|---|%n");
        for (int lines : new int[] {1, 4}) {
            for (int replicas : REPLICAS) {
                var variants = Stream.of(WITHOUT_LOCK, 1, 4, 16, 64, 256, LOCK_PER_PRODUCT)
                        .map(it -> new Variant(500, replicas, it))
                        .toList();
                var rates = rates(goods, lines, variants).stream()
                        .map("%,.0f"::formatted)
                        .toList();
                print("| %d | %d | %s |%n", lines, replicas, String.join(" | ", rates));
            }
        }
    }

    /// The median of each, in rounds: what else the machine does meets all alike.
    private List<Double> rates(Goods goods, int lines, List<Variant> variants) {
        var rounds = IntStream.range(0, ROUNDS)
                .mapToObj(_ -> variants.stream()
                        .map(it -> rate(goods, lines, it.batch(), it.replicas(), it.buckets()))
                        .toList())
                .toList();
        return IntStream.range(0, variants.size())
                .mapToObj(i ->
                        rounds.stream().map(it -> it.get(i)).sorted().toList().get(ROUNDS / 2))
                .toList();
    }

    private record Variant(int batch, int replicas, int buckets) {}

    /// Each replica has its own lock client and thread, as it would in a process of its own.
    private double rate(Goods goods, int lines, int batch, int replicas, int buckets) {
        var replica = new ArrayList<Replica>();
        for (int i = 0; i < replicas; i++) {
            replica.add(new Replica(buckets));
        }
        try (var threads = Executors.newFixedThreadPool(replicas)) {
            var begun = System.nanoTime();
            var done = new ArrayList<Future<Integer>>();
            for (var it : replica) {
                done.add(threads.submit(() -> it.work(goods, lines, batch)));
            }
            var total = 0;
            for (var it : done) {
                total += it.get();
            }
            return total / ((System.nanoTime() - begun) / 1e9);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            replica.forEach(it -> it.redis.shutdown());
        }
    }

    private final class Replica {
        private final RedissonClient redis = new LockServer().client(redisUrl);
        private final ReserveStock reserveStock;

        private Replica(int buckets) {
            var metrics = new SimpleMeterRegistry();
            var locks = new StockLocks(redis, new Settings(buckets), Clock.systemUTC(), metrics);
            reserveStock = new ReserveStock(
                    locks, sql, stock, reservations, ledger, Clock.systemUTC(), metrics, new RegionFirst());
        }

        private int work(Goods goods, int lines, int batch) {
            var reserved = 0;
            for (var end = System.nanoTime() + EACH.toNanos(); System.nanoTime() < end; reserved += batch) {
                reserveStock.handle(goods.checkouts(lines, batch));
            }
            return reserved;
        }
    }

    private record Settings(int buckets) implements LockSettings {
        @Override
        public boolean enabled() {
            return buckets != WITHOUT_LOCK;
        }

        @Override
        public Duration await() {
            return Duration.ofMillis(150);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(4);
        }
    }
}
