package shop.cart.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.cart.projection.Projection;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Keeps the view of customers up to date. It is rebuilt first: as long as no product is there, no member can be asked
/// for the full price.
@ApplicationScoped
@Priority(CustomerConsumer.FIRST)
class CustomerConsumer implements Projection {

    static final int FIRST = 1;

    private final Customers customers;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    CustomerConsumer(Customers customers, DeadLetters deadLetters, ObjectMapper json) {
        this.customers = customers;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("customers")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        Batches.handle(IncomingEvent.in(records), this::kept, this::leave);
    }

    @Override
    public List<String> channels() {
        return List.of("customers");
    }

    @Override
    public void keep(List<IncomingEvent> events) {
        customers.keep(events.stream().map(this::read).toList());
    }

    CustomerNews read(IncomingEvent event) {
        if (event.isTombstone()) {
            return new CustomerNews.Forgotten(event.key());
        }
        return switch (event.type()) {
            case "CustomerChanged" -> event.as(CustomerNews.CustomerChanged.class, json);
            default -> new CustomerNews.Other();
        };
    }

    private List<Void> kept(List<IncomingEvent> events) {
        keep(events);
        return List.of();
    }

    private List<Void> leave(IncomingEvent event, Exception cause) {
        deadLetters.keepWithoutValue(event, cause);
        return List.of();
    }
}
