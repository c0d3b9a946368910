package shop.notification.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a provider made of a message. Reasons are shown and logged: they never hold personal data.
public sealed interface Outcome {

    /// The provider took it.
    record Accepted(@Nullable String providerMessageId) implements Outcome {}

    /// The customer has no address on this channel, or none that is still good.
    record Unreachable(String reason) implements Outcome {}

    /// No provider will ever take this message: its address or its content is wrong.
    record Refused(String reason) implements Outcome {}

    /// Surely not sent, and worth another try later, for a reason that lies with the address and not with the
    /// provider: another one would be told the same.
    record Deferred(String reason) implements Outcome {}

    /// Surely not sent, and worth another try, with another provider at once.
    ///
    /// @param retryAfter for how long the provider wants to be left alone; null where it is silent
    record Failed(String reason, @Nullable Duration retryAfter) implements Outcome {
        public Failed(String reason) {
            this(reason, null);
        }
    }

    /// Perhaps sent, perhaps not: the answer was lost. Configuration chooses what follows.
    record AnswerLost(String reason) implements Outcome {}
}
