package shop.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import shop.contracts.event.Batches;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;

/// Claims, sends, records: each in its own step, so that no transaction waits for a provider.
@ApplicationScoped
class SendNotifications {

    private static final Logger LOG = Logger.getLogger(SendNotifications.class);

    private final Claims claims;
    private final Rates rates;
    private final Delivery delivery;
    private final Notifiers notifiers;
    private final ProviderHealth health;
    private final MeterRegistry meters;

    SendNotifications(
            Claims claims,
            Rates rates,
            Delivery delivery,
            Notifiers notifiers,
            @Readiness ProviderHealth health,
            MeterRegistry meters) {
        this.claims = claims;
        this.rates = rates;
        this.delivery = delivery;
        this.notifiers = notifiers;
        this.health = health;
        this.meters = meters;
    }

    /// Sends those of these that nobody has taken yet.
    void requested(Channel channel, Collection<String> notificationIds) {
        send(channel, () -> claims.requested(channel, notificationIds));
    }

    /// Sends one batch of what is due; returns how many there were.
    int due(Channel channel) {
        return send(channel, () -> claims.due(channel));
    }

    private int send(Channel channel, Supplier<List<Claim>> claim) {
        rates.await(channel);
        var claimed =
                Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(claim::get));
        if (!claimed.isEmpty()) {
            record(channel, delivery.deliver(channel, claimed));
        }
        return claimed.size();
    }

    /// What was sent must be recorded, or it would be sent again: so one result that the database refuses costs no
    /// other.
    private void record(Channel channel, List<Result> results) {
        var provider = notifiers.of(channel).provider();
        Batches.handle(
                results,
                batch -> {
                    QuarkusTransaction.requiringNew().run(() -> {
                        claims.record(provider, batch);
                        rates.take(
                                channel,
                                batch.stream().filter(Result::attempted).count());
                    });
                    return List.of();
                },
                (result, cause) -> {
                    LOG.errorf("Cannot record %s: %s", result.claim().notificationId(), cause.getClass());
                    return List.of();
                });
        health.seen(channel, results);
        results.forEach(it -> meters.counter(
                        "shop.notifications",
                        "channel",
                        channel.name(),
                        "state",
                        it.state().name())
                .increment());
    }
}
