package shop.notification.channel;

/// A provider says that a device has gone: whoever keeps its token forgets it. Fired as a CDI event.
public record TokenExpired(String customerId, String pushToken) {

    @Override
    public String toString() {
        return "TokenExpired[" + customerId + "]";
    }
}
