package shop.notification.delivery;

import java.util.Objects;
import java.util.UUID;
import shop.notification.channel.Channel;

/// Asks a channel's worker for one message. Ids only: contact data are looked up when sending.
record NotificationRequested(
        String notificationId, String eventId, Channel channel, String customerId, UUID orderId, String kind) {

    NotificationRequested {
        Objects.requireNonNull(notificationId, "notificationId is missing");
    }
}
