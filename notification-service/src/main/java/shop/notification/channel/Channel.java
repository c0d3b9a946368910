package shop.notification.channel;

/// A way to reach a customer. Each has a topic of requests and a worker of its own, so none holds up another.
public enum Channel {
    EMAIL,
    SMS,
    PUSH
}
