package shop.notification.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;
import shop.notification.message.Kind;

/// Turns what happens to orders and carts into requests (rule 1 of ARCHITECTURE.md): the offset is committed when
/// the requests are told.
@ApplicationScoped
class NewsConsumer {

    private final RequestNotifications requestNotifications;
    private final RequestPublisher publisher;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    NewsConsumer(
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
    void onOrders(ConsumerRecords<String, byte[]> records) {
        tell(records);
    }

    @Incoming("carts")
    @Blocking
    void onCarts(ConsumerRecords<String, byte[]> records) {
        tell(records);
    }

    private void tell(ConsumerRecords<String, byte[]> records) {
        var news = new ArrayList<Read>();
        for (var event : IncomingEvent.in(records)) {
            try {
                Kind.ofType(event.type()).map(kind -> news(event, kind)).ifPresent(it -> news.add(new Read(event, it)));
            } catch (RuntimeException e) {
                refused(event, e);
            }
        }
        var requests = Batches.handle(news, this::request, (it, cause) -> refused(it.source(), cause));
        publisher.publish(requests);
    }

    private News news(IncomingEvent event, Kind kind) {
        var toldAt = Instant.ofEpochMilli(event.source().timestamp());
        return new News(event.id(), event.as(kind.event(), json), toldAt);
    }

    private List<NotificationRequested> request(List<Read> batch) {
        return requestNotifications.request(batch.stream().map(Read::news).toList());
    }

    private List<NotificationRequested> refused(IncomingEvent event, RuntimeException cause) {
        deadLetters.keep(event, cause);
        return List.of();
    }

    private record Read(IncomingEvent source, News news) {}
}
