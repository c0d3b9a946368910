package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Callable;
import shop.contracts.event.Batches;

/// Ends what can no longer be told in time, and deletes what was told long ago: longer than any topic keeps its
/// events, as they would be told again.
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

    /// Also of channels that are switched off: what waits for them would go out when they are switched on again.
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void endOverdue() {
        var moment = clock.instant().minus(settings.deadline());
        whileFull(() -> archive.endOverdue(moment, AT_ONCE));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void deleteOld() {
        var moment = clock.instant().minus(settings.kept());
        whileFull(() -> archive.deleteMadeBefore(moment, AT_ONCE));
        whileFull(() -> events.deleteReadBefore(moment, AT_ONCE));
        Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(events::forgetErased));
    }

    private static void whileFull(Callable<Integer> delete) {
        while (Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(delete)) == AT_ONCE) {
            // There may be more.
        }
    }
}
