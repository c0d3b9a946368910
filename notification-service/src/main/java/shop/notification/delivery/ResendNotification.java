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

    /// Throws [NoSuchNotification], or [StillOnItsWay] where it has not ended.
    @Transactional
    Notification resend(String notificationId) {
        var resent = notifications.resend(notificationId, clock.instant());
        var notification = notifications.find(notificationId).orElseThrow(() -> new NoSuchNotification(notificationId));
        if (!resent) {
            throw new StillOnItsWay(notification);
        }
        return notification;
    }

    static final class NoSuchNotification extends RuntimeException {
        final String notificationId;

        NoSuchNotification(String notificationId) {
            this.notificationId = notificationId;
        }
    }

    static final class StillOnItsWay extends RuntimeException {
        final NotificationState state;

        StillOnItsWay(Notification notification) {
            this.state = notification.state();
        }
    }
}
