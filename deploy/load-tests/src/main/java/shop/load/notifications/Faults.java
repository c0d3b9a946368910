package shop.load.notifications;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import shop.local.suite.ServiceProcess;

/// What goes wrong: a third of the way the provider of SMS is dead for a while, at two thirds a replica dies.
final class Faults {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Stage stage;
    private final ServiceProcess victim;
    private final Duration way;
    private volatile Instant killedAt = Instant.MAX;
    private volatile Histogram histogram = Histogram.EMPTY;

    /// @param victim the replica that dies
    /// @param way how long all of it takes
    Faults(Stage stage, ServiceProcess victim, Duration way) {
        this.stage = stage;
        this.victim = victim;
        this.way = way;
    }

    /// @param dead for how long the provider is
    void begin(Duration dead) {
        var sms = stage.providers().of("SMS");
        var third = way.dividedBy(3);
        at(third, "the provider of SMS is dead", sms::die);
        at(third.plus(dead), "the provider of SMS is back", sms::revive);
        at(third.multipliedBy(2), "a replica is killed", this::kill);
    }

    /// Returns when all of it has gone wrong.
    void await() {
        clock.close();
    }

    Instant killedAt() {
        return killedAt;
    }

    /// What the replica that died had measured until then.
    Histogram histogram() {
        return histogram;
    }

    private void kill() {
        histogram = Histogram.of(stage.rest(victim));
        killedAt = Instant.now();
        victim.kill();
    }

    private void at(Duration time, String what, Runnable fault) {
        clock.schedule(
                () -> {
                    try {
                        fault.run();
                        System.out.printf("-- %s%n", what);
                    } catch (RuntimeException e) { // Nobody asks what became of it.
                        System.out.printf("-- FAILED: %s: %s%n", what, e);
                    }
                },
                time.toMillis(),
                MILLISECONDS);
    }
}
