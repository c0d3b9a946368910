package shop.notification.delivery;

import shop.notification.channel.Channel;
import shop.notification.message.Message;
import shop.notification.message.OrderEvent;

/// A notification that is not stored yet.
record NewNotification(OrderNews news, Channel channel, Message message) {

    String notificationId() {
        return news.notificationId(channel);
    }

    OrderEvent.Told event() {
        return news.event();
    }

    String body() {
        return message.bodyFor(channel);
    }
}
