package shop.load.measure;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;

/// Many who do the same, each for itself.
public final class Load {

    private final Collection<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private final IntPredicate action;

    /// @param action is told how many were begun before it, and whether it succeeded is what it returns
    private Load(IntPredicate action) {
        this.action = action;
    }

    /// What came of it.
    ///
    /// @param latencies of those that succeeded
    public record Result(Latencies latencies, int failures, Duration time) {

        public double perSecond() {
            return latencies.nanos().length / (time.toNanos() / 1e9);
        }
    }

    /// So many at once; each begins again as soon as it has ended.
    public static Result atOnce(int clients, Duration time, IntPredicate action) {
        var load = new Load(action);
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                threads.execute(() -> load.repeat(begin + time.toNanos()));
            }
        }
        return load.result(begin);
    }

    /// At an even rate, whatever became of those before: a slow service meets the next customer all the same. Each is
    /// timed from when it was due.
    public static Result perSecond(double rate, Duration time, IntPredicate action) {
        var count = rate * time.toNanos() / 1e9;
        return perSecondWhile(rate, begun -> begun < count, action);
    }

    /// The same until it is enough.
    ///
    /// @param more is told how many were begun
    public static Result perSecondWhile(double rate, LongPredicate more, IntPredicate action) {
        var load = new Load(action);
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; more.test(i); i++) {
                var due = begin + (long) (i * 1e9 / rate);
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> load.once(due));
            }
        }
        return load.result(begin);
    }

    private void repeat(long end) {
        while (System.nanoTime() < end) {
            once(System.nanoTime());
        }
    }

    private void once(long begin) {
        if (succeeds()) {
            nanos.add(System.nanoTime() - begin);
        } else {
            failures.incrementAndGet();
        }
    }

    private boolean succeeds() {
        try {
            return action.test(number.getAndIncrement());
        } catch (RuntimeException _) {
            return false;
        }
    }

    private Result result(long begin) {
        return new Result(Latencies.of(nanos), failures.get(), Duration.ofNanos(System.nanoTime() - begin));
    }
}
