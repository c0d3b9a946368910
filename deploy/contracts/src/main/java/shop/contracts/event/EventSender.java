package shop.contracts.event;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;

/// Sends events to one topic and waits for the broker's acknowledgement.
public final class EventSender {

    private final Producer<String, byte[]> producer;
    private final String topic;

    EventSender(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /// Sends all at once and returns when the broker has all of them; throws [EventSending.NotSent] where it is not
    /// known to.
    public void sendAll(Collection<OutgoingEvent> events) {
        var sends = events.stream().map(this::send).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(sends).join();
        } catch (CompletionException e) {
            throw new EventSending.NotSent(e.getCause());
        }
    }

    /// Completes when the broker has acknowledged the event.
    public CompletableFuture<Void> send(OutgoingEvent event) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            producer.send(event.toRecord(topic), (_, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }
}
