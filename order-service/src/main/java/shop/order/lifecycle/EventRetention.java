package shop.order.lifecycle;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.sql.Sql;

/// Lets go of the words of old events, which are the most of what grows here: they were told long ago, and the
/// topic does not have them any more either. What happened, when, by whom and why stays.
@ApplicationScoped
class EventRetention {

    private static final int AT_ONCE = 2000;

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
        var before = clock.instant().minus(kept);
        while (forget(before) == AT_ONCE) {
            // There may be more.
        }
    }

    /// The words of the oldest events before that time, so many at a time that no transaction is long. Returns how
    /// many.
    int forget(Instant before) {
        return sql.update("""
                WITH old AS MATERIALIZED (
                    SELECT order_id, sequence FROM order_history
                    WHERE told AND event IS NOT NULL AND at < ? ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE order_history h SET event = NULL FROM old
                WHERE h.order_id = old.order_id AND h.sequence = old.sequence
                """, before, AT_ONCE);
    }
}
