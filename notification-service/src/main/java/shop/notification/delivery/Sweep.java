package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shop.contracts.event.Batches;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;
import shop.notification.recipient.Recipients;

/// Looks after what the requests do not: channels without requests, retries, customers that became known, workers
/// that died. One sweep per channel, so that a dead provider holds up no other.
@ApplicationScoped
class Sweep {

    /// How long a customer's row can be on its way into the database while a worker does not find it.
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final DeliverySettings settings;
    private final Claims claims;
    private final SendNotifications sendNotifications;
    private final Recipients recipients;
    private final Notifiers notifiers;
    private final Clock clock;
    private final Map<Channel, Instant> lastSweep = new ConcurrentHashMap<>();

    Sweep(
            Scheduler scheduler,
            DeliverySettings settings,
            Claims claims,
            SendNotifications sendNotifications,
            Recipients recipients,
            Notifiers notifiers,
            Clock clock) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.claims = claims;
        this.sendNotifications = sendNotifications;
        this.recipients = recipients;
        this.notifiers = notifiers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        for (var channel : notifiers.channels()) {
            scheduler
                    .newJob("sweep-" + channel)
                    .setInterval(settings.sweepEvery())
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(_ -> sweep(channel), true)
                    .schedule();
        }
    }

    void sweep(Channel channel) {
        takeBack(channel);
        wakeWaiting(channel);
        postpone(channel);
        while (sendNotifications.due(channel)) {
            // A full batch: more may be due.
        }
    }

    private void takeBack(Channel channel) {
        Batches.untilItPasses(
                () -> QuarkusTransaction.requiringNew().call(() -> switch (settings.answerLostOn(channel)) {
                    case SEND_AGAIN -> claims.takeBack(channel);
                    case GIVE_UP -> claims.giveUp(channel);
                }));
    }

    private void postpone(Channel channel) {
        Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(() -> claims.postpone(channel)));
    }

    private void wakeWaiting(Channel channel) {
        var now = clock.instant();
        var since = lastSweep.getOrDefault(channel, now.minus(settings.waitForCustomer()));
        Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(() -> {
            var known = recipients.knownSince(since.minus(LONGEST_TRANSACTION));
            return claims.wake(channel, known);
        }));
        lastSweep.put(channel, now);
    }
}
