package shop.order.lifecycle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import shop.contracts.event.Connections;
import shop.contracts.event.EventSenders;
import shop.contracts.event.Relay;

/// Tells each order's history on `order.orders.v1`, one by one in its sequence.
@ApplicationScoped
class OrderPublisher {

    private final Relay relay;

    OrderPublisher(Connections connections, EventSenders senders) {
        relay = new Relay("orders", connections, new UntoldHistory(), senders.of("orders"));
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrdersChanged event) {
        relay.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }
}
