package shop.notification.channel.http;

import java.util.function.Function;
import shop.notification.channel.Outcome;

/// What came of one call over HTTP. Reasons hold neither addresses nor secrets.
public sealed interface Reply permits Answer, Reply.NotSent, Reply.Lost {

    /// No connection came about: the provider knows nothing of the call.
    record NotSent(String reason) implements Reply {}

    /// The provider may have got the call; what it made of it is not known.
    record Lost(String reason) implements Reply {}

    /// What it means for the message.
    ///
    /// @param ofAnswer what an answer of this provider means
    default Outcome outcome(Function<Answer, Outcome> ofAnswer) {
        return switch (this) {
            case Answer answer -> ofAnswer.apply(answer);
            case NotSent(var reason) -> new Outcome.Failed(reason);
            case Lost(var reason) -> new Outcome.AnswerLost(reason);
        };
    }
}
