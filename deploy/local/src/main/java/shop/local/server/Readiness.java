package shop.local.server;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The wait until something that was started does its work.
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Readiness() {}

    /// Returns when it is ready; fails when it has died, or takes too long.
    ///
    /// @param log why it failed, or where to read that
    public static void await(String name, BooleanSupplier ready, BooleanSupplier alive, Supplier<String> log) {
        var end = Instant.now().plus(PATIENCE);
        while (!ready.getAsBoolean()) {
            if (!alive.getAsBoolean()) {
                throw new Refusal(name + " died at its start. " + log.get());
            }
            if (Instant.now().isAfter(end)) {
                throw new Refusal(name + " is not ready after " + PATIENCE.toMinutes() + " min. " + log.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw Interrupted.by(e);
        }
    }
}
