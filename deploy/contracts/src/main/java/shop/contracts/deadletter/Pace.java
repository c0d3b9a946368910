package shop.contracts.deadletter;

import java.time.Duration;
import shop.contracts.http.Problems;

/// Lets so many pass in a second and no more, evenly: a consumer that is back must not be flooded at once.
final class Pace {

    private final long nanosBetween;
    private long next = System.nanoTime();

    Pace(int perSecond) {
        nanosBetween = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /// Waits for the next one's turn.
    void await() {
        var early = next - System.nanoTime();
        try {
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The service is being stopped", 1);
        }
        next = Math.max(next, System.nanoTime()) + nanosBetween;
    }
}
