package shop.notification.delivery;

/// What follows where it is not known whether a provider took a message: the worker died, or the answer was lost.
public enum AnswerLost {
    /// The customer is told, perhaps twice.
    SEND_AGAIN,
    /// The customer is told once, perhaps not.
    GIVE_UP
}
