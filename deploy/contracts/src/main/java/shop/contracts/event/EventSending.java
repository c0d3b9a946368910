package shop.contracts.event;

import io.smallrye.reactive.messaging.MutinyEmitter;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Sends events and waits for the broker's acknowledgement.
public final class EventSending {

    private EventSending() {}

    /// Sends all at once and returns when the broker has all of them; throws [NotSent] where it is not known to.
    public static void sendAll(MutinyEmitter<byte[]> emitter, Collection<OutgoingEvent> events) {
        var sends = events.stream().map(it -> send(emitter, it)).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(sends).join();
        } catch (CompletionException e) {
            throw new NotSent(e.getCause());
        }
    }

    /// Completes when the broker has acknowledged the event.
    public static CompletableFuture<Void> send(MutinyEmitter<byte[]> emitter, OutgoingEvent event) {
        return emitter.sendMessage(event.toMessage())
                .subscribeAsCompletionStage()
                .toCompletableFuture();
    }

    /// The broker did not acknowledge in time; the event may be on its topic or not, so it has to be sent again.
    public static final class NotSent extends RuntimeException {
        NotSent(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
