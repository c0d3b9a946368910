package shop.catalog.search;

import java.time.Duration;
import shop.contracts.event.Batches;

/// Waits for servers that are away, but not for ever.
record Patience(Duration longest) {

    /// Repeats what fails for a reason that passes by itself. Throws [Exhausted] when it has for too long.
    <T> T with(Batches.Attempt<T> attempt) {
        var since = System.nanoTime();
        return Batches.untilItPasses(() -> {
            try {
                return attempt.run();
            } catch (Batches.Unavailable e) {
                checkSince(since, String.valueOf(e.getMessage()));
                throw e;
            }
        });
    }

    /// Like [#with], for what has no answer.
    void during(Runnable action) {
        with(() -> {
            action.run();
            return true;
        });
    }

    /// Throws [Exhausted] if that is too long ago.
    ///
    /// @param nanoTime of [System#nanoTime]
    void checkSince(long nanoTime, String reason) {
        if (System.nanoTime() - nanoTime > longest.toNanos()) {
            throw new Exhausted("Waited for %s in vain: %s".formatted(longest, reason));
        }
    }

    /// Has no cause, as that would seem to pass by itself.
    static final class Exhausted extends RuntimeException {
        private Exhausted(String message) {
            super(message);
        }
    }
}
