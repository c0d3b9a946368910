package shop.load.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import shop.load.measure.ServiceMemory;
import shop.load.measure.Wait;
import shop.local.suite.ServiceProcess;

/// Whether the service needs more memory the more it has told: one replica, e-mail alone, as fast as it can.
///
/// @param every how many messages it is looked at
record MemoryTable(int events, int every, int customers, Temper temper, long seed) {

    private static final List<String> EMAIL = List.of("EMAIL");

    /// How it was after so many messages; memory in megabytes.
    private record Look(int messages, long live, int resident) {}

    void print() {
        var arrivals = new Arrivals(events);
        try (var stage = new Stage(temper, arrivals::accepted)) {
            var service = stage.service(EMAIL);
            service.start();
            stage.introduce(customers, service);
            var telling = Thread.ofVirtual().start(() -> tell(stage));
            var looks = looks(arrivals, service);
            telling.interrupt();
            System.out.printf(
                    "%nFor each million messages more: %.1f MB in its heap, %.1f MB resident%n",
                    slope(looks, Look::live), slope(looks, Look::resident));
            Wait.toReach(looks.size() * (long) every, stage.database()::ended);
            stage.database().printSizes();
        }
    }

    private void tell(Stage stage) {
        new Stories(seed, customers)
                .confirmed(events)
                .takeWhile(_ -> !Thread.currentThread().isInterrupted())
                .forEach(it -> stage.announcer().tell(it, Instant.now()));
    }

    private List<Look> looks(Arrivals arrivals, ServiceProcess service) {
        System.out.printf("""

                %,d e-mails by one replica; providers answer after %d ms.
                | accepted | in its heap after a full collection, MB | resident, MB | messages/s since the last |
                |---|---|---|---|
                """, events, temper.latency().toMillis());
        var looks = new ArrayList<Look>();
        for (int next = every; next <= events && Wait.toReach(next, arrivals::count); next += every) {
            var look = look(next, service);
            System.out.printf(
                    "| %,d | %d | %d | %,.0f |%n",
                    next, look.live(), look.resident(), arrivals.perSecond(next - every, next - 1));
            looks.add(look);
        }
        return looks;
    }

    private static Look look(int messages, ServiceProcess service) {
        var pid = service.process().orElseThrow().pid();
        return new Look(messages, new ServiceMemory(pid).live(), service.megabytes());
    }

    /// By least squares, for a million messages.
    private static double slope(List<Look> looks, ToDoubleFunction<Look> memory) {
        var meanX = looks.stream().mapToInt(Look::messages).average().orElse(0);
        var meanY = looks.stream().mapToDouble(memory).average().orElse(0);
        var xy = looks.stream()
                .mapToDouble(it -> (it.messages() - meanX) * (memory.applyAsDouble(it) - meanY))
                .sum();
        var xx = looks.stream()
                .mapToDouble(it -> Math.pow(it.messages() - meanX, 2))
                .sum();
        return xy / xx * 1e6;
    }
}
