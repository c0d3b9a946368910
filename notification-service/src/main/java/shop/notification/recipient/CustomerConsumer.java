package shop.notification.recipient;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Keeps the contact data that order-service tells. Its dead letters hold key and cause only.
@ApplicationScoped
class CustomerConsumer {

    private final FollowCustomers followCustomers;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    CustomerConsumer(FollowCustomers followCustomers, DeadLetters deadLetters, ObjectMapper json) {
        this.followCustomers = followCustomers;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("customers")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var readable = new ArrayList<Read>();
        for (var event : IncomingEvent.in(records)) {
            try {
                readable.add(new Read(event, CustomerEvent.read(event, json)));
            } catch (RuntimeException e) {
                refused(event, e);
            }
        }
        Batches.handle(readable, this::follow, (it, cause) -> refused(it.source(), cause));
    }

    private List<Void> follow(List<Read> batch) {
        var events = batch.stream().map(Read::event).toList();
        QuarkusTransaction.requiringNew().run(() -> followCustomers.follow(events));
        return List.of();
    }

    private List<Void> refused(IncomingEvent event, RuntimeException cause) {
        deadLetters.keepWithoutValue(event, cause);
        return List.of();
    }

    private record Read(IncomingEvent source, CustomerEvent event) {}
}
