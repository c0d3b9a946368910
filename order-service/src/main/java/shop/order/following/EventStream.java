package shop.order.following;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// The sending side of one connection. Nothing here waits: what the client has not read yet is kept, and where that
/// becomes too much the stream ends behind it.
final class EventStream {

    private final Sse sse;
    private final Counter sent;
    private final BooleanSupplier connectionClosed;
    private final BlockingQueue<OutboundSseEvent> unread;
    private final UnicastProcessor<OutboundSseEvent> events;
    private boolean ended;

    /// @param mostUnread how many events and heartbeats are kept
    /// @param sent counts the events
    EventStream(Sse sse, int mostUnread, Counter sent, BooleanSupplier connectionClosed) {
        this.sse = sse;
        this.sent = sent;
        this.connectionClosed = connectionClosed;
        this.unread = new LinkedBlockingQueue<>(mostUnread);
        this.events = UnicastProcessor.create(unread, () -> {});
    }

    /// What the client reads, at its pace.
    Multi<OutboundSseEvent> events() {
        return events;
    }

    /// Says how long a client should wait before it connects again.
    void begin(Duration retry) {
        send(sse.newEventBuilder().comment("").reconnectDelay(retry.toMillis()).build());
    }

    void send(FollowedEvent event) {
        var accepted = send(sse.newEventBuilder()
                .id(Integer.toString(event.sequence()))
                .name(event.type())
                .data(event.json())
                .build());
        if (accepted) {
            sent.increment();
        }
    }

    void beat() {
        send(sse.newEventBuilder().comment("").build());
    }

    synchronized boolean isOpen() {
        return !ended && !connectionClosed.getAsBoolean();
    }

    /// Ends the response behind what was sent.
    synchronized void close() {
        ended = true;
        events.onComplete();
    }

    private synchronized boolean send(OutboundSseEvent event) {
        if (ended) {
            return false;
        }
        if (unread.remainingCapacity() == 0) {
            close();
            return false;
        }
        events.onNext(event);
        return true;
    }
}
