package shop.order.lifecycle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import shop.contracts.event.Connections;
import shop.contracts.event.Relay;

/// Tells each order's history on `order.orders.v1`, one by one in its sequence.
@ApplicationScoped
class OrderPublisher {

    private final Relay relay;

    OrderPublisher(
            Connections connections,
            @Channel("orders") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter) {
        relay = new Relay("orders", connections, new UntoldHistory(), emitter);
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
