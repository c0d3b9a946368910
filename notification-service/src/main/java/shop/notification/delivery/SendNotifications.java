package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import shop.contracts.event.Batches;
import shop.notification.channel.Channel;

/// Claims and sends: no transaction waits for a provider. While all providers of a channel are down nothing is
/// claimed; the sweep finds it when one is back.
@ApplicationScoped
class SendNotifications {

    private final Claims claims;
    private final Gates gates;
    private final Delivery delivery;

    SendNotifications(Claims claims, Gates gates, Delivery delivery) {
        this.claims = claims;
        this.gates = gates;
        this.delivery = delivery;
    }

    /// Sends those of these that nobody has taken yet.
    void requested(Channel channel, Collection<String> notificationIds) {
        send(channel, most -> claims.requested(channel, notificationIds, most));
    }

    /// Sends one batch of what is due; returns whether there may be more that can be sent.
    boolean due(Channel channel) {
        return send(channel, most -> claims.due(channel, most)) && gates.room(channel) > 1;
    }

    private boolean send(Channel channel, IntFunction<List<Claim>> claim) {
        var room = delivery.isStopping() ? 0 : gates.room(channel);
        if (room == 0) {
            return false;
        }
        var claimed =
                Batches.untilItPasses(() -> QuarkusTransaction.requiringNew().call(() -> claim.apply(room)));
        if (!claimed.isEmpty()) {
            delivery.deliver(channel, claimed);
        }
        return !claimed.isEmpty();
    }
}
