package shop.notification.channel;

/// Sends messages on one channel; the extension point of this service. Any CDI bean of this type takes part.
public interface Notifier {

    Channel channel();

    /// The provider's name as it is shown on notifications.
    String provider();

    /// Hands one message to the provider and says what came of it. Blocks, at most for the send time-out; is called
    /// from
    /// several threads at once.
    Outcome send(Dispatch dispatch);
}
