package shop.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// A notification that a worker holds for sending.
///
/// @param customerKnown whether the customer was known at the moment of the claim, when it was decided what it
/// waits for
/// @param storyId the order or the cart that it is about
/// @param attempts how often a provider was asked since it was asked for
/// @param held what it has waited for
/// @param sendableAt since when nothing of its customer's holds it back
/// @param lease until when it is held; also proves, when the result is recorded, that nobody else took over
/// @param facts what happened, as JSON; null where its customer is forgotten
record Claim(
        String notificationId,
        String eventId,
        Kind kind,
        Channel channel,
        String customerId,
        boolean customerKnown,
        UUID storyId,
        int sequence,
        int attempts,
        @Nullable Hold held,
        Instant occurredAt,
        Instant requestedAt,
        Instant sendableAt,
        Instant lease,
        @Nullable String facts) {

    /// Since when this service owes the message: its event, or the end of what held it back.
    Instant promisedFrom() {
        return held == null ? occurredAt : sendableAt;
    }
}
