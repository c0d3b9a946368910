package shop.cart.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Keeps callers from waiting for a Redis that just left several of them without an answer. One at a time still tries
/// it, so that its return is seen.
final class Breaker {

    /// A single answer that is late says nothing yet.
    static final int ENOUGH = 3;

    private final LongSupplier nanos;
    private final long pause;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextProbe = new AtomicLong();

    Breaker(LongSupplier nanos, Duration pause) {
        this.nanos = nanos;
        this.pause = pause.toNanos();
    }

    /// Whether only the next probe may ask Redis now.
    boolean isOpen() {
        return failures.get() >= ENOUGH;
    }

    /// Whether the caller is the one that is to try; said to one caller in each pause, so whoever hears it must.
    boolean isNextProbe() {
        var due = nextProbe.get();
        var now = nanos.getAsLong();
        return now - due >= 0 && nextProbe.compareAndSet(due, now + pause);
    }

    void worked() {
        if (failures.get() != 0) { // Reading alone leaves the line in every core's cache.
            failures.set(0);
        }
    }

    void failed() {
        if (failures.incrementAndGet() == ENOUGH) {
            nextProbe.set(nanos.getAsLong() + pause);
        }
    }
}
