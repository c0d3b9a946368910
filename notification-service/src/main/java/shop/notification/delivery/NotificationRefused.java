package shop.notification.delivery;

/// What this service refuses.
abstract sealed class NotificationRefused extends RuntimeException {

    private NotificationRefused(String message) {
        super(message);
    }

    static final class NoSuchNotification extends NotificationRefused {
        final String notificationId;

        NoSuchNotification(String notificationId) {
            super("There is no notification " + notificationId);
            this.notificationId = notificationId;
        }
    }

    static final class StillOnItsWay extends NotificationRefused {
        final NotificationState state;

        StillOnItsWay(NotificationState state) {
            super("The notification is %s; it can be sent again when it has ended".formatted(state));
            this.state = state;
        }
    }

    static final class NothingToSay extends NotificationRefused {
        NothingToSay() {
            super("What it said is forgotten with its customer, or too old");
        }
    }
}
