package shop.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Notifier;
import shop.notification.delivery.Result.Fate;

/// Tells the claims of one order or cart in their order: while one must be tried again, those after it wait.
final class Telling {

    private static final Logger LOG = Logger.getLogger(Telling.class);

    /// A fault of ours may be mended before the deadline is over.
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private final Notifier notifier;
    private final Addressees addressees;
    private final Addressees.Known known;
    private final Writing writing;
    private final Attempt attempt;
    private final Results results;
    private final Clock clock;
    private @Nullable Instant blockedUntil;

    Telling(
            Notifier notifier,
            Addressees addressees,
            Addressees.Known known,
            Writing writing,
            Attempt attempt,
            Results results,
            Clock clock) {
        this.notifier = notifier;
        this.addressees = addressees;
        this.known = known;
        this.writing = writing;
        this.attempt = attempt;
        this.results = results;
        this.clock = clock;
    }

    /// Returns when it is recorded what became of each.
    void tell(List<Claim> claims) {
        claims.stream().sorted(Comparator.comparing(Claim::sequence)).forEach(claim -> {
            var result = safely(claim);
            if (result.fate() instanceof Fate.Retry(var dueAt)) {
                blockedUntil = dueAt;
            }
            results.record(result);
        });
    }

    private Result safely(Claim claim) {
        try {
            return tell(claim);
        } catch (RuntimeException e) {
            LOG.errorf("Cannot write %s: %s", claim.notificationId(), e.getClass());
            return attempt.rules().putBack(claim, clock.instant().plus(UNTIL_MENDED), "cannot be written");
        }
    }

    private Result tell(Claim claim) {
        var now = clock.instant();
        var admission = addressees.admission(claim, known, notifier, attempt.rules());
        var refusal = admission.refusal(claim, now);
        if (refusal != null) {
            return refusal;
        }
        var late = attempt.rules().deadlineOver(claim, now);
        if (late != null) {
            return late;
        }
        if (blockedUntil != null) {
            return attempt.rules().putBack(claim, blockedUntil, "an earlier message comes first");
        }
        return attempt.at(claim, writing.write(claim, Objects.requireNonNull(admission.event()), admission));
    }
}
