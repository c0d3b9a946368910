package shop.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import shop.notification.delivery.Rates.Lease;

/// The places of one provider that this replica has, given out one after the other, each when its time comes.
final class Rate {

    private static final Lease NONE = new Lease(Instant.EPOCH, Duration.ZERO, 0, Instant.EPOCH);

    private final Supplier<Lease> leases;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Lease lease = NONE;
    private Instant next = Instant.EPOCH;
    private int left;

    Rate(Supplier<Lease> leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /// Waits for the next place; empty, and none taken, where that comes after `latest`.
    Optional<Place> take(Instant latest) {
        var asked = clock.instant();
        turn.lock();
        try {
            if (left == 0 || clock.instant().isAfter(lease.goodUntil())) {
                renew();
            }
            if (next.isAfter(latest) || clock.instant().isAfter(latest)) {
                return Optional.empty();
            }
            var at = next;
            next = next.plus(lease.apart());
            left--;
            waitUntil(at);
            return Optional.of(new Place(hadToWait(asked, at) ? at : Instant.EPOCH, lease.pausedUntil()));
        } finally {
            turn.unlock();
        }
    }

    private void renew() {
        lease = leases.get();
        left = lease.tokens();
        next = lease.from();
    }

    private boolean hadToWait(Instant asked, Instant at) {
        return !lease.apart().isZero() && at.isAfter(asked.plusMillis(1));
    }

    private void waitUntil(Instant moment) {
        try {
            var wait = clock.instant().until(moment);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param at since when the message could go out as far as the rate is concerned; long ago where it had not
    /// to wait
    /// @param pausedUntil until when the provider wants to be left alone
    record Place(Instant at, Instant pausedUntil) {}
}
