package shop.order.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import shop.contracts.event.Connections;
import shop.contracts.event.EventSenders;
import shop.contracts.event.Relay;

/// Tells the customers' latest state on `order.customers.v1`.
@ApplicationScoped
class CustomerPublisher {

    private final Relay relay;

    CustomerPublisher(Connections connections, ObjectMapper json, EventSenders senders) {
        relay = new Relay("customers", connections, new UntoldCustomers(json), senders.of("customers"));
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
