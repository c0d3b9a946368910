package shop.order.following;

import java.time.Instant;
import java.util.UUID;

/// Somebody who follows an order over an open connection: hears each of its events once and in sequence.
final class Follower {

    private final UUID orderId;
    private final Sequence sequence;
    private final Instant until;
    private final EventStream stream;

    /// @param last the sequence of the last event that they have heard; 0 where none
    /// @param until when the connection has been open for long enough
    Follower(UUID orderId, int last, Instant until, EventStream stream) {
        this.orderId = orderId;
        this.sequence = new Sequence(last);
        this.until = until;
        this.stream = stream;
    }

    UUID orderId() {
        return orderId;
    }

    synchronized int last() {
        return sequence.last();
    }

    /// Sends the event if it is its turn, and ends after the last one. Returns false where something before it is
    /// missing, which the history has.
    synchronized boolean tell(FollowedEvent event) {
        return switch (sequence.take(event.sequence())) {
            case NEXT -> {
                stream.send(event);
                if (event.isLast()) {
                    stream.close();
                }
                yield true;
            }
            case REPEATED -> true;
            case GAP -> false;
        };
    }

    /// Shows that the connection is alive, or ends it when its time is over.
    void beat(Instant now) {
        if (now.isBefore(until)) {
            stream.beat();
        } else {
            stream.close();
        }
    }

    boolean isOpen() {
        return stream.isOpen();
    }

    /// They come back with the id of the last event they heard.
    void close() {
        stream.close();
    }
}
