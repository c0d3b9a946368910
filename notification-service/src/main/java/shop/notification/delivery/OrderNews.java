package shop.notification.delivery;

import shop.notification.channel.Channel;
import shop.notification.message.OrderEvent;

/// An order's event that customers are told of, under the id that is the same however often it is delivered.
record OrderNews(String eventId, OrderEvent.Told event) {

    OrderNews {
        if (!eventId.matches("[!-~]{1,200}")) { // It becomes a part of mail headers.
            throw new IllegalArgumentException("event id must be 1 to 200 printable characters");
        }
    }

    String notificationId(Channel channel) {
        return eventId + ":" + channel;
    }
}
