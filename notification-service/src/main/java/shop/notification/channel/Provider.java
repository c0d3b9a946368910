package shop.notification.channel;

/// Carries the messages of a channel to people. A bean of this type can be named in
/// `shop.notification.channel.<channel>.providers`.
public interface Provider {

    /// As it is named in the configuration and shown on notifications.
    String name();

    Channel channel();

    /// Throws [IllegalStateException] that names the setting which is missing or wrong. Asked at the start of
    /// those that the configuration chooses; the others need none.
    default void checkSettings() {}

    /// How many calls it takes to send a message: each is one of the provider's rate.
    default int calls(Dispatch dispatch) {
        return 1;
    }

    /// Hands one message over and says what came of it. Blocks, at most for the send time-out; is called from
    /// many threads at once. Who calls it takes care of rates, of circuit breaking, of fail-over and of trying
    /// again.
    Outcome send(Dispatch dispatch);
}
