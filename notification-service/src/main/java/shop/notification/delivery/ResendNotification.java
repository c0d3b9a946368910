package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Sends a notification again that has ended; the sweep takes it from there.
@ApplicationScoped
class ResendNotification {

    private final Notifications notifications;
    private final Clock clock;

    ResendNotification(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /// Throws [NotificationRefused] where there is none, or it has not ended.
    @Transactional
    Notification resend(String notificationId) {
        var resent = notifications.resend(notificationId, clock.instant());
        var notification = notifications
                .find(notificationId)
                .orElseThrow(() -> new NotificationRefused.NoSuchNotification(notificationId));
        if (!resent) {
            throw new NotificationRefused.StillOnItsWay(notification.state());
        }
        return notification;
    }
}
