package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Callable;
import shop.contracts.event.Batches;

/// Deletes what was told long ago: longer than any topic keeps its events, as they would be told again.
@ApplicationScoped
class Retention {

    private static final int AT_ONCE = 1000;

    private final Events events;
    private final Archive archive;
    private final DeliverySettings settings;
    private final Clock clock;

    Retention(Events events, Archive archive, DeliverySettings settings, Clock clock) {
        this.events = events;
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void deleteOld() {
        var moment = clock.instant().minus(settings.kept());
        whileFull(() -> archive.deleteMadeBefore(moment, AT_ONCE));
        whileFull(() -> events.deleteReadBefore(moment, AT_ONCE));
    }

    private static void whileFull(Callable<Integer> delete) {
        while (Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(delete)) == AT_ONCE) {
            // There may be more.
        }
    }
}
