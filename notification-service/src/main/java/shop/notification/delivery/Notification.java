package shop.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;

/// One message to one customer on one channel, as it stands.
///
/// @param kind the event's type, as `OrderShipped`
/// @param sequence of the event within its order
/// @param attempts how often a provider was asked since it was last requested
/// @param nextAttemptAt when it is looked at again; null once it ended
/// @param reason why it is not sent, where it is not
public record Notification(
        String notificationId,
        String eventId,
        String kind,
        Channel channel,
        String customerId,
        UUID orderId,
        int sequence,
        String subject,
        String body,
        NotificationState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        @Nullable String provider,
        @Nullable String providerMessageId,
        Instant occurredAt,
        Instant createdAt,
        @Nullable Instant sentAt) {}
