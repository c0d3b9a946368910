package shop.notification.channel.http;

import java.time.Duration;

/// When all that belongs to one sending must be over, however many calls it takes.
///
/// @param nanos in the time of [System#nanoTime]
public record Deadline(long nanos) {

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /// Never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
