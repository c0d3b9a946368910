package shop.inventory.reservation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// For how long locks are surely ours: none means that there are no locks, and row locks alone decide.
///
/// @param endsAtNanos by `System.nanoTime()`
record Lease(@Nullable Long endsAtNanos) {

    static final Lease NONE = new Lease(null);

    /// What is left for the commit, which should not come when somebody else has the locks.
    private static final Duration MARGIN = Duration.ofMillis(500);

    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration WITHOUT_LOCKS = Duration.ofSeconds(10);

    static Lease from(long startNanos, Duration length) {
        return new Lease(startNanos + length.toNanos());
    }

    /// How long a transaction that begins now may wait for rows.
    Duration forTransaction() {
        if (endsAtNanos == null) {
            return WITHOUT_LOCKS;
        }
        var left = Duration.ofNanos(endsAtNanos - System.nanoTime()).minus(MARGIN);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
