package shop.contracts.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Sends events to the topic of one channel, by the channel's own client: an emitter would make a stream of each event,
/// which costs several times what sending it does.
///
/// To send may wait for as long as the client's `max.block.ms` where it does not know the broker, so never on an event
/// loop.
public final class EventSender {

    private final Supplier<Producer<String, byte[]>> producer;
    private final String topic;

    EventSender(Supplier<Producer<String, byte[]>> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /// Completes when the broker has the event, or with [NotSent].
    public CompletableFuture<Void> send(OutgoingEvent event) {
        return send(event.toRecord(topic));
    }

    /// Returns when the broker has all of them; throws [NotSent] where it is not known to. One that will never be sent
    /// does not keep the others: the failure is for good only when the broker has all those that it takes.
    public void sendAll(Collection<OutgoingEvent> events) {
        NotSent failure = null;
        for (var send : sendEach(events)) {
            var its = failureOf(send);
            if (its != null && (failure == null || its.passesByItself())) {
                failure = its;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// Sends one after the other, as many as are returned: a client that knows no broker would wait for one with every
    /// event.
    List<CompletableFuture<Void>> sendEach(Collection<OutgoingEvent> events) {
        var sends = new ArrayList<CompletableFuture<Void>>(events.size());
        for (var event : events) {
            var send = send(event);
            sends.add(send);
            if (hasFailedForNow(send)) {
                break;
            }
        }
        return sends;
    }

    /// Sends a record that names its own topic. Completes when the broker has it, or with [NotSent].
    public CompletableFuture<Void> send(ProducerRecord<String, byte[]> event) {
        var acknowledged = new CompletableFuture<Void>();
        try {
            producer.get().send(event, (_, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(new NotSent(failure));
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(new NotSent(e));
        }
        return acknowledged;
    }

    /// Waits for the acknowledgement. Returns why there is none, or null.
    static @Nullable NotSent failureOf(CompletableFuture<Void> send) {
        try {
            send.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause() instanceof NotSent it ? it : new NotSent(e);
        }
    }

    private static boolean hasFailedForNow(CompletableFuture<Void> send) {
        return send.isCompletedExceptionally() && failureOf(send) instanceof NotSent it && it.passesByItself();
    }
}
