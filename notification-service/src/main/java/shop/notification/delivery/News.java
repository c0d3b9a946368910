package shop.notification.delivery;

import java.time.Instant;
import shop.notification.channel.Channel;
import shop.notification.message.CartEvent;
import shop.notification.message.OrderEvent;
import shop.notification.message.ShopEvent;

/// An event that customers are told of, under the id that is the same however often it is delivered.
///
/// @param toldAt when the other service said it
record News(String eventId, ShopEvent event, Instant toldAt) {

    News {
        if (!eventId.matches("[!-~]{1,200}")) { // It becomes a part of mail headers.
            throw new IllegalArgumentException("event id must be 1 to 200 printable characters");
        }
    }

    /// That a cart is about to expire has no moment of its own but that of being told.
    Instant occurredAt() {
        return switch (event) {
            case OrderEvent it -> it.at();
            case CartEvent _ -> toldAt;
        };
    }

    String notificationId(Channel channel) {
        return eventId + ":" + channel;
    }
}
