package shop.order.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.event.Connections;
import shop.contracts.event.EventSenders;
import shop.contracts.event.Relay;

/// Tells the customers' latest state on `order.customers.v1`; in the end, where they are erased, their tombstones.
@ApplicationScoped
class CustomerPublisher {

    static final String SOURCE = "/order-service";

    private final Relay relay;

    CustomerPublisher(
            Connections connections,
            ObjectMapper json,
            EventSenders senders,
            @ConfigProperty(name = "shop.customers.tombstone-after") Duration tombstoneAfter) {
        var untold = new UntoldCustomers(json, new ErasedCustomers(tombstoneAfter));
        relay = new Relay("customers", connections, untold, senders.of("customers"));
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomersChanged event) {
        relay.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }
}
