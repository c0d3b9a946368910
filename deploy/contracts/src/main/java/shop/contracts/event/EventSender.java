package shop.contracts.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;

/// Sends events to one topic by the client itself, for whoever sends hundreds at once: an emitter makes a stream of
/// each
/// event, which costs several times what sending it does.
public final class EventSender {

    private final Producer<String, byte[]> producer;
    private final String topic;

    EventSender(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /// Returns when the broker has all of them; throws [EventSending.NotSent] where it is not known to.
    public void sendAll(Collection<OutgoingEvent> events) {
        var sends = new ArrayList<CompletableFuture<Void>>(events.size());
        for (var event : events) {
            var send = send(event);
            sends.add(send);
            if (send.isCompletedExceptionally()) {
                break; // A client that knows no broker waits for one with every event.
            }
        }
        try {
            CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new EventSending.NotSent(e.getCause());
        }
    }

    private CompletableFuture<Void> send(OutgoingEvent event) {
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
