package shop.cart.checkout;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import shop.contracts.event.EventSender;
import shop.contracts.event.EventSenders;

/// Tells inventory of a checkout.
@ApplicationScoped
@Startup
class TellCheckout {

    private final EventSender sender;
    private final CheckoutSettings settings;

    TellCheckout(EventSenders senders, CheckoutSettings settings) {
        this.sender = senders.of("checkouts");
        this.settings = settings;
    }

    /// Returns when the broker has the event; throws [CheckoutRefusal.NotAcknowledged] where that is not known in time.
    void tell(Announcement checkout) {
        var deadline = System.nanoTime() + settings.acknowledged().toNanos();
        try {
            // To send takes time, too, where the client has to ask who leads the partition
            sender.send(checkout.event()).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw new CheckoutRefusal.NotAcknowledged();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CheckoutRefusal.NotAcknowledged();
        }
    }
}
