package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import shop.contracts.event.Batches;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;

/// Looks after what the requests do not: channels without requests, retries, customers that became known, workers
/// that died. One sweep per channel, so that a dead provider holds up no other.
@ApplicationScoped
class Sweep {

    private final Scheduler scheduler;
    private final DeliverySettings settings;
    private final Claims claims;
    private final SendNotifications sendNotifications;
    private final Notifiers notifiers;

    Sweep(
            Scheduler scheduler,
            DeliverySettings settings,
            Claims claims,
            SendNotifications sendNotifications,
            Notifiers notifiers) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.claims = claims;
        this.sendNotifications = sendNotifications;
        this.notifiers = notifiers;
    }

    void start(@Observes StartupEvent event) {
        for (var channel : notifiers.channels()) {
            schedule("order-" + channel, () -> order(channel));
            schedule("sweep-" + channel, () -> sweep(channel));
        }
    }

    private void schedule(String name, Runnable task) {
        scheduler
                .newJob(name)
                .setInterval(settings.sweepEvery())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> task.run(), true)
                .schedule();
    }

    /// Goes on beside the sending, which takes as long as there is something to send.
    private void order(Channel channel) {
        takeBack(channel);
        wake(channel);
        postpone(channel);
    }

    private void sweep(Channel channel) {
        while (sendNotifications.due(channel)) {
            // More may be due.
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

    private void wake(Channel channel) {
        Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(() -> claims.wake(channel)));
    }
}
