package shop.local.demo;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts while 32 customers order at a time.
final class Tally {

    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ConcurrentLinkedQueue<Long> checkoutNanos = new ConcurrentLinkedQueue<>();

    void placed() {
        placed.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    void checkoutTook(long nanos) {
        checkoutNanos.add(nanos);
    }

    int ordersPlaced() {
        return placed.get();
    }

    int ordersRefused() {
        return refused.get();
    }

    /// The time that this share of the checkouts stayed within, in milliseconds.
    long checkoutMillis(double share) {
        var sorted = checkoutNanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1_000_000;
    }
}
