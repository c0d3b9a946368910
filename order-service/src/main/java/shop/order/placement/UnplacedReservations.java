package shop.order.placement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import shop.contracts.event.Batches;
import shop.contracts.event.IncomingEvent;
import shop.contracts.sql.Sql;

/// Reservations whose orders could not be written: stock that is held for nothing until somebody looks after it.
@ApplicationScoped
class UnplacedReservations {

    private static final int LONGEST_REASON = 1000;

    private final Sql sql;
    private final Clock clock;

    UnplacedReservations(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Notes the order that its key names; one whose key names none stands among the dead letters alone.
    void note(IncomingEvent event, Exception cause) {
        orderId(event).ifPresent(it -> Batches.untilItPasses(() -> note(it, cause)));
    }

    /// Those that were placed in the end, and those that are older than the topic that could bring them back.
    @Scheduled(every = "10m", delayed = "1m")
    void forget() {
        sql.update("""
                DELETE FROM unplaced_reservation u WHERE at < now() - interval '90 days'
                OR EXISTS (SELECT 1 FROM orders o WHERE o.id = u.order_id)
                """);
    }

    private int note(UUID orderId, Exception cause) {
        var reason = String.valueOf(cause.getMessage()).replace('\0', ' ');
        return sql.update(
                "INSERT INTO unplaced_reservation (order_id, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                orderId,
                reason.substring(0, Math.min(LONGEST_REASON, reason.length())),
                clock.instant());
    }

    private static Optional<UUID> orderId(IncomingEvent event) {
        try {
            return Optional.ofNullable(event.key()).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
