package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import shop.notification.channel.Channel;
import shop.notification.message.Message;
import shop.notification.message.Messages;
import shop.notification.message.Reader;
import shop.notification.recipient.Preferences;

/// Shows a notification with what it says.
@ApplicationScoped
class ShowNotification {

    private final Notifications notifications;
    private final Preferences preferences;
    private final Messages messages;
    private final Facts facts;

    ShowNotification(Notifications notifications, Preferences preferences, Messages messages, Facts facts) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.messages = messages;
        this.facts = facts;
    }

    /// Throws [NotificationRefused.NoSuchNotification].
    NotificationView show(String notificationId) {
        var notification = notifications
                .find(notificationId)
                .orElseThrow(() -> new NotificationRefused.NoSuchNotification(notificationId));
        return notifications
                .factsOf(notification)
                .map(it -> message(notification, it))
                .map(it -> new NotificationView(notification, it.subject(), body(notification.channel(), it)))
                .orElseGet(() -> new NotificationView(notification, null, null));
    }

    private Message message(Notification notification, String itsFacts) {
        var preference = Objects.requireNonNull(
                preferences.of(List.of(notification.customerId())).get(notification.customerId()));
        return messages.write(
                facts.read(notification.kind(), itsFacts),
                new Reader(preference.language(), preference.timeZone(), null, null));
    }

    private static String body(Channel channel, Message message) {
        return channel.equals(Channel.EMAIL) ? message.text() : message.brief();
    }
}
