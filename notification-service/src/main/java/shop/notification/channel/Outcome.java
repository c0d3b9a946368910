package shop.notification.channel;

import org.jspecify.annotations.Nullable;

/// What a provider made of a message. Reasons are shown and logged: they never hold personal data.
public sealed interface Outcome {

    /// The provider took it.
    record Accepted(@Nullable String providerMessageId) implements Outcome {}

    /// The customer has no address on this channel.
    record Unreachable(String reason) implements Outcome {}

    /// The provider will never take this message.
    record Refused(String reason) implements Outcome {}

    /// Surely not sent, and worth another try.
    record Failed(String reason) implements Outcome {}

    /// Perhaps sent, perhaps not: the answer was lost. Configuration chooses what follows.
    record AnswerLost(String reason) implements Outcome {}
}
