package shop.order.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/// Tells the customers' latest state on `order.customers.v1`.
@ApplicationScoped
class CustomerPublisher {

    private final Relay relay;

    CustomerPublisher(
            Connections connections,
            ObjectMapper json,
            @Channel("customers") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter) {
        relay = new Relay("customers", connections, new UntoldCustomers(json), emitter);
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
