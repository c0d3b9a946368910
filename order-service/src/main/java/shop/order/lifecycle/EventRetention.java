package shop.order.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.sql.Sql;

/// Lets go of the words of old events, which are the most of what grows here: they were told long ago, and the
/// topic does not have them any more either. What happened, when, by whom and why stays.
@ApplicationScoped
class EventRetention {

    /// So much of the history at a time, so that no transaction is long.
    private static final Duration STEP = Duration.ofMinutes(10);

    private final Sql sql;
    private final Clock clock;
    private final Duration kept;

    /// @param kept longer than the topic keeps its records, as what is asked for again within that time is told
    /// again
    EventRetention(Sql sql, Clock clock, @ConfigProperty(name = "shop.orders.events-kept") Duration kept) {
        this.sql = sql;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        var until = clock.instant().minus(kept);
        while (forgetStep(until)) {
            // There is more.
        }
    }

    /// Goes on where it ended, so that nothing is looked at twice. False where all is done, or another replica is
    /// at it.
    boolean forgetStep(Instant until) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var from = sql.first(
                    "SELECT done_until FROM event_retention FOR UPDATE SKIP LOCKED",
                    row -> row.getObject("done_until", OffsetDateTime.class).toInstant());
            if (from.isEmpty() || !from.get().isBefore(until)) {
                return false;
            }
            var to = from.get().plus(STEP).isBefore(until) ? from.get().plus(STEP) : until;
            forget(from.get(), to);
            sql.update("UPDATE event_retention SET done_until = ?", to);
            return true;
        });
    }

    private void forget(Instant from, Instant to) {
        sql.update(
                "UPDATE order_history SET event = NULL WHERE at >= ? AND at < ? AND told AND event IS NOT NULL",
                from,
                to);
    }
}
