package shop.load.notifications;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/// When providers took messages, whichever they were.
final class Arrivals {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLongArray nanos;

    /// @param most so many are remembered
    Arrivals(int most) {
        nanos = new AtomicLongArray(most);
    }

    void accepted(String notificationId, Instant at) {
        var number = count.getAndIncrement();
        if (number < nanos.length()) {
            nanos.set(number, System.nanoTime());
        }
    }

    int count() {
        return count.get();
    }

    /// Forgets them.
    void clear() {
        count.set(0);
    }

    /// Messages a second between two of them, by their numbers.
    double perSecond(int from, int to) {
        return (to - from) / ((nanos.get(to) - nanos.get(from)) / 1e9);
    }
}
