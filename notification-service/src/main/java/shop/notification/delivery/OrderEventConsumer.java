package shop.notification.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;
import shop.notification.message.OrderEvent;

/// Turns order events into requests (rule 1 of ARCHITECTURE.md): the offset is committed when the requests are told.
@ApplicationScoped
class OrderEventConsumer {

    private final RequestNotifications requestNotifications;
    private final RequestPublisher publisher;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    OrderEventConsumer(
            RequestNotifications requestNotifications,
            RequestPublisher publisher,
            DeadLetters deadLetters,
            ObjectMapper json) {
        this.requestNotifications = requestNotifications;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("orders")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var news = new ArrayList<Read>();
        for (var event : IncomingEvent.in(records)) {
            try {
                if (OrderEvents.read(event, json) instanceof OrderEvent.Told told) {
                    news.add(new Read(event, new OrderNews(event.id(), told)));
                }
            } catch (RuntimeException e) {
                refused(event, e);
            }
        }
        var requests = Batches.handle(news, this::request, (it, cause) -> refused(it.source(), cause));
        publisher.publish(requests);
    }

    private List<NotificationRequested> request(List<Read> batch) {
        return requestNotifications.request(batch.stream().map(Read::news).toList());
    }

    private List<NotificationRequested> refused(IncomingEvent event, RuntimeException cause) {
        deadLetters.keep(event, cause);
        return List.of();
    }

    private record Read(IncomingEvent source, OrderNews news) {}
}
