package shop.inventory.reservation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;

/// Locks over all replicas, so that batches of the same products do not queue up inside the database.
///
/// They save time and prove nothing: row locks and constraints keep the stock right, with these locks or without.
@ApplicationScoped
class StockLocks {

    private static final Logger LOG = Logger.getLogger(StockLocks.class);

    private final RedissonClient redis;
    private final LockSettings settings;
    private final Breaker breaker;
    private final Counter timeouts;
    private final Counter failures;

    StockLocks(RedissonClient redis, LockSettings settings, Clock clock, MeterRegistry metrics) {
        this.redis = redis;
        this.settings = settings;
        this.breaker = new Breaker(clock, settings.pause());
        this.timeouts = metrics.counter("inventory.lock.timeouts");
        this.failures = metrics.counter("inventory.lock.failures");
        metrics.gauge("inventory.lock.degraded", breaker, it -> it.isOpen() ? 1 : 0);
    }

    /// Does the work while holding the products' locks or, where they cannot be had in time, without them.
    <T> T whileHolding(Collection<String> productIds, Function<Lease, T> work) {
        var held = new ArrayList<RLock>();
        var lease = Lease.from(System.nanoTime(), settings.lease());
        if (settings.enabled() && breaker.allows()) {
            asking(() -> take(productIds, held));
        }
        try {
            return work.apply(held.isEmpty() ? Lease.NONE : lease);
        } finally {
            if (!held.isEmpty()) {
                asking(() -> release(held));
            }
        }
    }

    /// True while Redis is away and row locks alone go on. Asks Redis, unless it was found away just now.
    boolean isDegraded() {
        if (settings.enabled() && breaker.allows()) {
            asking(() -> redis.getBucket("inventory:probe").isExists());
        }
        return breaker.isOpen();
    }

    /// Ascending, as everyone takes them, so that nobody waits in a circle.
    private void take(Collection<String> productIds, List<RLock> held) throws InterruptedException {
        var deadline = System.nanoTime() + settings.await().toNanos();
        for (var name : namesFor(productIds)) {
            var lock = redis.getLock("inventory:stock-lock:" + name);
            var wait = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (wait <= 0 || !lock.tryLock(wait, settings.lease().toMillis(), TimeUnit.MILLISECONDS)) {
                timeouts.increment();
                return;
            }
            held.add(lock);
        }
    }

    private SortedSet<String> namesFor(Collection<String> productIds) {
        if (settings.buckets() == 0) {
            return new TreeSet<>(productIds);
        }
        var names = new TreeSet<String>();
        productIds.forEach(it -> names.add(Integer.toString(Math.floorMod(it.hashCode(), settings.buckets()))));
        return names;
    }

    /// All at once. A lock whose lease is over is no longer ours, which is no failure.
    private static void release(List<RLock> held) {
        var releases =
                held.stream().map(it -> it.unlockAsync().toCompletableFuture()).toList();
        for (var released : releases) {
            try {
                released.join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof IllegalMonitorStateException)) {
                    throw e;
                }
            }
        }
    }

    /// Whatever Redis does, it must not touch the reservations.
    private void asking(Question question) {
        try {
            question.ask();
            worked();
        } catch (RuntimeException e) {
            failed(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void worked() {
        if (breaker.isOpen()) {
            LOG.info("Redis is back, and so are the locks");
        }
        breaker.worked();
    }

    private void failed(RuntimeException e) {
        failures.increment();
        if (!breaker.isOpen()) {
            LOG.warnf("Redis is away, row locks alone go on: %s", e);
        }
        breaker.failed();
    }

    @FunctionalInterface
    private interface Question {
        void ask() throws InterruptedException;
    }
}
