package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Sends a notification again that has ended; the sweep takes it from there.
@ApplicationScoped
class ResendNotification {

    private final Notifications notifications;
    private final Queue queue;
    private final Clock clock;

    ResendNotification(Notifications notifications, Queue queue, Clock clock) {
        this.notifications = notifications;
        this.queue = queue;
        this.clock = clock;
    }

    /// Throws [NotificationRefused] where there is none, it has not ended, or its customer is forgotten.
    @Transactional
    Notification resend(String notificationId) {
        var resent = queue.resend(notificationId, clock.instant());
        var notification = notifications
                .find(notificationId)
                .orElseThrow(() -> new NotificationRefused.NoSuchNotification(notificationId));
        if (!resent) {
            throw notification.state().ended()
                    ? new NotificationRefused.NothingToSay()
                    : new NotificationRefused.StillOnItsWay(notification.state());
        }
        return notification;
    }
}
