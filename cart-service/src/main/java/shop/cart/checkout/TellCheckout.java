package shop.cart.checkout;

import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import shop.contracts.event.EventSending;

/// Tells inventory of a checkout.
@ApplicationScoped
class TellCheckout {

    private final MutinyEmitter<byte[]> emitter;
    private final CheckoutSettings settings;

    TellCheckout(
            @Channel("checkouts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            CheckoutSettings settings) {
        this.emitter = emitter;
        this.settings = settings;
    }

    /// Returns when the broker has the event; throws [CheckoutRefusal.NotAcknowledged] where that is not known in time.
    void tell(Announcement checkout) {
        try {
            EventSending.send(emitter, checkout.event())
                    .get(settings.acknowledged().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new CheckoutRefusal.NotAcknowledged();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CheckoutRefusal.NotAcknowledged();
        }
    }
}
