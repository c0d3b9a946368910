package shop.load.measure;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Waits, but not for ever.
public final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private Wait() {}

    /// Until it holds or the time is over. Returns whether it holds.
    public static boolean until(BooleanSupplier condition, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /// Until the number is reached, as long as it moves. Returns whether it is.
    public static boolean toReach(long wanted, LongSupplier number) {
        var last = number.getAsLong();
        var moved = System.nanoTime();
        while (last < wanted && System.nanoTime() - moved < STANDSTILL.toNanos()) {
            pause();
            var now = number.getAsLong();
            moved = now == last ? moved : System.nanoTime();
            last = now;
        }
        return last >= wanted;
    }

    public static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
