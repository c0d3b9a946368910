package shop.load.notifications;

import java.time.Duration;
import java.util.Random;

/// How a provider behaves.
///
/// @param latency of each call
/// @param failing how many calls of a hundred it fails
/// @param random decides which
record Temper(Duration latency, int failing, Random random) {

    boolean fails() {
        return random.nextInt(100) < failing;
    }
}
