package shop.inventory.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import shop.contracts.event.Connections;
import shop.contracts.event.EventSenders;
import shop.contracts.event.Relay;

/// Tells StockChanged from the stock rows, as long as the service runs.
@ApplicationScoped
class StockPublisher {

    private final Relay relay;

    StockPublisher(Connections connections, ObjectMapper json, Clock clock, EventSenders senders) {
        relay = new Relay("stock", connections, new UntoldStock(json, clock), senders.of("stock"));
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        relay.close();
    }

    /// Says that stock was changed by hand. Reservations wait for the next look, 200 ms later, as they are many.
    void wake() {
        relay.wake();
    }
}
