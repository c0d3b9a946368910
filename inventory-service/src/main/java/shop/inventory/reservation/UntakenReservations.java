package shop.inventory.reservation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Answers reservations again that no order took up, until one does: the answer may be lost, or the order service be
/// away for longer than its topic keeps it.
@ApplicationScoped
class UntakenReservations {

    private static final Logger LOG = Logger.getLogger(UntakenReservations.class);
    private static final int AT_ONCE = 500;

    private final Reservations reservations;
    private final ReservationAnswers answers;
    private final Clock clock;
    private final Duration after;

    UntakenReservations(
            Reservations reservations,
            ReservationAnswers answers,
            Clock clock,
            @ConfigProperty(name = "shop.inventory.untaken.after") Duration after) {
        this.reservations = reservations;
        this.answers = answers;
        this.clock = clock;
        this.after = after;
    }

    /// Claims first, then answers: what is not sent for whatever reason is due again after the same time.
    @Scheduled(every = "${shop.inventory.untaken.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void answerAgain() {
        var now = clock.instant();
        var due = reservations.claimUntaken(now.minus(after), now, AT_ONCE);
        if (!due.isEmpty()) {
            LOG.warnf("%d reservations were not taken up by an order within %s, answers them again", due.size(), after);
            answers.send(due.stream().map(ReservationEvent::decisionOf).toList());
        }
    }
}
