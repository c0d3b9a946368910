package shop.notification.delivery;

/// Where a notification is on its way.
public enum NotificationState {
    /// Accepted; its request is on the way to the channel's worker.
    PENDING,
    /// A worker has it, until its lease runs out.
    SENDING,
    /// To be sent again when it is due.
    RETRY,
    /// The customer is not known yet.
    WAITING,
    /// The provider took it.
    SENT,
    /// Nobody to tell it to; the reason says why.
    SKIPPED,
    /// Given up; the reason says why.
    DEAD;

    public boolean ended() {
        return switch (this) {
            case SENT, SKIPPED, DEAD -> true;
            case PENDING, SENDING, RETRY, WAITING -> false;
        };
    }
}
