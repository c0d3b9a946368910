package shop.inventory.reservation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// For how long locks are surely ours: none means that there are no locks, and row locks alone decide.
///
/// @param endsAtNanos by `System.nanoTime()`
record Lease(@Nullable Long endsAtNanos) {

    static final Lease NONE = new Lease(null);

    /// What is left for the commit, which must not come when somebody else has the locks.
    private static final Duration MARGIN = Duration.ofMillis(500);

    private static final int SECONDS_WITHOUT_LOCKS = 10;

    static Lease from(long startNanos, Duration length) {
        return new Lease(startNanos + length.toNanos());
    }

    /// How long a transaction that begins now may take; at least one second, the shortest that there is.
    int transactionSeconds() {
        if (endsAtNanos == null) {
            return SECONDS_WITHOUT_LOCKS;
        }
        var left = Duration.ofNanos(endsAtNanos - System.nanoTime()).minus(MARGIN);
        return (int) Math.max(1, left.toSeconds());
    }
}
