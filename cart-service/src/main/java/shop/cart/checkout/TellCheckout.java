package shop.cart.checkout;

import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import shop.cart.json.Json;
import shop.contracts.event.EventSending;
import shop.contracts.event.OutgoingEvent;

/// Tells inventory of a checkout.
@ApplicationScoped
class TellCheckout {

    private final MutinyEmitter<byte[]> emitter;
    private final CheckoutSettings settings;
    private final Json json;

    TellCheckout(
            @Channel("checkouts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            CheckoutSettings settings,
            Json json) {
        this.emitter = emitter;
        this.settings = settings;
        this.json = json;
    }

    /// Returns when the broker has the event; throws [CheckoutRefusal.NotAcknowledged] where that is not known in time.
    void tell(CheckoutRequested event, String eventId) {
        try {
            EventSending.send(emitter, outgoing(event, eventId))
                    .get(settings.acknowledged().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new CheckoutRefusal.NotAcknowledged();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CheckoutRefusal.NotAcknowledged();
        }
    }

    OutgoingEvent outgoing(CheckoutRequested event, String eventId) {
        return new OutgoingEvent(
                eventId,
                "CheckoutRequested",
                "/cart-service",
                event.orderId(),
                event.requestedAt(),
                json.write(event).getBytes(StandardCharsets.UTF_8));
    }
}
