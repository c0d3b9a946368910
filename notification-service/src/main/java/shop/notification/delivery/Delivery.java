package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import shop.contracts.event.Batches;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifier;
import shop.notification.channel.Notifiers;
import shop.notification.channel.Outcome;
import shop.notification.recipient.Recipient;
import shop.notification.recipient.Recipients;

/// Sends what was claimed: messages of one order one after the other, different orders side by side.
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final Notifiers notifiers;
    private final Recipients recipients;
    private final DeliverySettings settings;
    private final DeliveryRules rules;
    private final Clock clock;

    Delivery(Notifiers notifiers, Recipients recipients, DeliverySettings settings, Clock clock) {
        this.notifiers = notifiers;
        this.recipients = recipients;
        this.settings = settings;
        this.rules = DeliveryRules.of(settings);
        this.clock = clock;
    }

    /// Blocks until something is known about every claim. The contact data live no longer than this call.
    List<Result> deliver(Channel channel, List<Claim> claims) {
        var customerIds = claims.stream().map(Claim::customerId).toList();
        var known = Batches.untilItPasses(() -> recipients.of(customerIds));
        var notifier = notifiers.of(channel);
        var lanes = claims.stream().collect(Collectors.groupingBy(this::laneOf));
        List<Future<List<Result>>> running;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running = lanes.values().stream()
                    .map(lane -> threads.submit(() -> new Lane(notifier, known).deliver(lane)))
                    .toList();
        }
        return running.stream().flatMap(it -> it.resultNow().stream()).toList();
    }

    private int laneOf(Claim claim) {
        return Math.floorMod(claim.orderId().hashCode(), settings.sideBySide());
    }

    /// Some orders of a batch, with what they wait for.
    private final class Lane {
        private final Notifier notifier;
        private final Map<String, Recipient> known;
        private final Map<UUID, Result> unfinished = new HashMap<>();

        private Lane(Notifier notifier, Map<String, Recipient> known) {
            this.notifier = notifier;
            this.known = known;
        }

        private List<Result> deliver(List<Claim> claims) {
            var results = new ArrayList<Result>();
            claims.stream().sorted(Comparator.comparing(Claim::sequence)).forEach(claim -> {
                var result = deliver(claim);
                if (!result.state().ended()) {
                    unfinished.put(claim.orderId(), result);
                }
                results.add(result);
            });
            return results;
        }

        private Result deliver(Claim claim) {
            var now = clock.instant();
            var recipient = known.get(claim.customerId());
            if (recipient == null || !claim.customerKnown()) {
                return rules.customerUnknown(claim, now);
            }
            if (recipient.erased()) {
                return rules.customerErased(claim);
            }
            var earlier = unfinished.get(claim.orderId());
            if (earlier != null && earlier.dueAt() != null) {
                return rules.putBack(claim, earlier.dueAt(), "an earlier message of the order comes first");
            }
            if (now.isAfter(claim.lease().minus(settings.sendTimeout()))) {
                return rules.putBack(claim, now, "no time left to wait for the provider");
            }
            return rules.after(claim, send(claim, recipient), clock.instant());
        }

        private Outcome send(Claim claim, Recipient recipient) {
            try {
                return notifier.send(claim.to(recipient.contact()));
            } catch (RuntimeException e) {
                LOG.errorf("Notifier %s failed on %s: %s", notifier.provider(), claim.notificationId(), e.getClass());
                return new Outcome.AnswerLost("notifier failed");
            }
        }
    }
}
