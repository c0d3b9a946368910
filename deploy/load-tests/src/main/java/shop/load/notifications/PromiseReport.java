package shop.load.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import shop.load.measure.Latencies;

/// Whether everybody was told, once and in time.
record PromiseReport(Database database, Book book, Faults faults) {

    /// A call of the service lasts no longer than 5 s; what it had been answered was being recorded.
    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(6);

    private static final Duration AFTER_THE_KILL = Duration.ofSeconds(1);
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final int SHOWN = 5;

    void print() {
        printLost();
        System.out.printf("""

                | channel | accepted | within %d s of being sendable, %% | of the event, %% | s from being sendable, \
                p50 / p99 / p99.9 / most | from the event | from the event, by the book |
                |---|---|---|---|---|---|---|
                """, IN_TIME.toSeconds());
        Providers.channels().forEach(this::printTimes);
    }

    private void printLost() {
        var lost = book.missing(Providers.channels());
        var twice = book.acceptedMoreThanOnce();
        var held = twice.stream().filter(this::mayHaveBeenHeld).toList();
        System.out.printf(
                """

                | events | notifications wanted | accepted | lost | not asked for | accepted more than once | of which \
                first in the %d s before the kill or the %d s after it | on their way |
                |---|---|---|---|---|---|---|---|
                | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d |

                In the database: %s
                """,
                BEFORE_THE_KILL.toSeconds(),
                AFTER_THE_KILL.toSeconds(),
                book.events(),
                book.events() * Providers.channels().size(),
                book.accepted(),
                lost.size(),
                book.unwanted().size(),
                twice.size(),
                held.size(),
                database.onTheirWay(),
                database.states());
        show("Lost", lost);
        show("Not asked for", book.unwanted());
        show("Killed at %s; more than once, but not around it".formatted(faults.killedAt()), unexplained(twice));
    }

    private List<Book.Entry> unexplained(List<Book.Entry> twice) {
        return twice.stream().filter(it -> !mayHaveBeenHeld(it)).toList();
    }

    /// Whether the replica that died may have had it in its hands. Which ones it had cannot be known afterwards.
    private boolean mayHaveBeenHeld(Book.Entry entry) {
        Instant first = entry.at().getFirst();
        return first.isAfter(faults.killedAt().minus(BEFORE_THE_KILL))
                && first.isBefore(faults.killedAt().plus(AFTER_THE_KILL));
    }

    private static void show(String what, List<?> some) {
        if (!some.isEmpty()) {
            var shown = some.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
            System.out.printf("%s: %s%n", what, shown);
        }
    }

    private void printTimes(String channel) {
        var sinceSendable = database.sinceSendable(channel);
        var sinceEvent = database.sinceEvent(channel);
        System.out.printf(
                "| %s | %,d | %.3f | %.3f | %s | %s | %s |%n",
                channel,
                sinceEvent.nanos().length,
                inTime(sinceSendable),
                inTime(sinceEvent),
                seconds(sinceSendable),
                seconds(sinceEvent),
                seconds(book.sinceEvent(channel)));
    }

    private static double inTime(Latencies times) {
        return 100.0 * times.within(IN_TIME) / times.nanos().length;
    }

    private static String seconds(Latencies times) {
        return "%.2f / %.2f / %.2f / %.2f"
                .formatted(
                        times.millis(0.5) / 1000,
                        times.millis(0.99) / 1000,
                        times.millis(0.999) / 1000,
                        times.millis(1) / 1000);
    }
}
