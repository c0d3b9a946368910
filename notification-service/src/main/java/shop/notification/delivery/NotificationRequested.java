package shop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// Asks a channel's worker for one message. Ids only: contact data are looked up when sending.
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationRequested(
        String notificationId,
        String eventId,
        Channel channel,
        String customerId,
        @Nullable UUID orderId,
        @Nullable UUID cartId,
        String kind) {

    NotificationRequested {
        Objects.requireNonNull(notificationId, "notificationId is missing");
    }

    static NotificationRequested of(
            String notificationId, String eventId, Channel channel, String customerId, UUID storyId, Kind kind) {
        var ofCart = kind.isReminder();
        return new NotificationRequested(
                notificationId,
                eventId,
                channel,
                customerId,
                ofCart ? null : storyId,
                ofCart ? storyId : null,
                kind.type());
    }
}
