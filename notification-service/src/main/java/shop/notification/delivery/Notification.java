package shop.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// One message to one customer on one channel, as it stands.
///
/// @param orderId what it is about, or `cartId`
/// @param sequence of the event within its story
/// @param attempts how often a provider was asked since it was last requested
/// @param nextAttemptAt when it is looked at again; null once it ended
/// @param reason why it is not sent, where it is not
/// @param provider who was asked last
/// @param endedAt when it was sent, skipped or given up
public record Notification(
        String notificationId,
        String eventId,
        Kind kind,
        Channel channel,
        String customerId,
        @Nullable UUID orderId,
        @Nullable UUID cartId,
        int sequence,
        NotificationState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        @Nullable String provider,
        @Nullable String providerMessageId,
        Instant occurredAt,
        Instant createdAt,
        @Nullable Instant endedAt) {}
