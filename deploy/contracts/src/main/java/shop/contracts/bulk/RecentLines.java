package shop.contracts.bulk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// What an import had received some seconds ago, from which one sees how fast it is now; its beginning may be long
/// past.
final class RecentLines {

    private static final long RECENT = Duration.ofSeconds(10).toNanos();

    private final Deque<Seen> seen = new ArrayDeque<>();

    RecentLines(long lines, long nanos) {
        seen.add(new Seen(lines, nanos));
    }

    /// Notes what is received now, and returns what was ten seconds ago, or at the beginning.
    Seen since(long lines, long nanos) {
        seen.add(new Seen(lines, nanos));
        while (nanos - seen.peekFirst().nanos() > RECENT && seen.size() > 2) {
            seen.removeFirst();
        }
        return seen.getFirst();
    }

    /// @param nanos when, by [System#nanoTime]
    record Seen(long lines, long nanos) {}
}
