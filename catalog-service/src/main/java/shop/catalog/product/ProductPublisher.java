package shop.catalog.product;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import shop.contracts.event.Connections;
import shop.contracts.event.EventSenders;
import shop.contracts.event.Relay;

/// Tells every product that changed, as its latest state.
@ApplicationScoped
class ProductPublisher {

    private final Relay relay;

    ProductPublisher(Connections connections, UntoldProducts untold, EventSenders senders) {
        relay = new Relay("products", connections, untold, senders.of("product-changes"));
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsSaved event) {
        relay.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }
}
