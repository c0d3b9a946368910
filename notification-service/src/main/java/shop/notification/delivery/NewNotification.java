package shop.notification.delivery;

import java.time.Instant;
import shop.notification.channel.Channel;

/// A notification that is not stored yet.
///
/// @param dueAt when the sweep sends it if no request has
record NewNotification(News news, Channel channel, Instant dueAt) {

    String notificationId() {
        return news.notificationId(channel);
    }
}
