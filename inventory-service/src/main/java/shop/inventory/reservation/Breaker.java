package shop.inventory.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps a helper that failed from being asked again before a pause is over, so that its absence costs next to nothing.
final class Breaker {

    private final Clock clock;
    private final Duration pause;
    private volatile @Nullable Instant failedAt;

    Breaker(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    boolean allows() {
        var failed = failedAt;
        return failed == null || !clock.instant().isBefore(failed.plus(pause));
    }

    /// True from a failure until the helper has worked again.
    boolean isOpen() {
        return failedAt != null;
    }

    void worked() {
        failedAt = null;
    }

    void failed() {
        failedAt = clock.instant();
    }
}
