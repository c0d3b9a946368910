package shop.notification.channel.twilio;

import shop.notification.channel.Outcome;
import shop.notification.channel.http.Answer;

/// Reads Twilio's answers: the number `code` in the body says more than the status.
final class TwilioAnswer {

    private TwilioAnswer() {}

    static Outcome outcome(Answer answer) {
        if (answer.status() / 100 == 2) {
            return new Outcome.Accepted(answer.json().path("sid").asText(null));
        }
        return switch (answer.json().path("code").asInt()) {
            case 21211, 21217, 21263, 21265, 21614, 21635 -> new Outcome.Unreachable("not a number that takes SMS");
            case 21610 -> new Outcome.Unreachable("customer told the provider to stop");
            case 21602, 21617 -> new Outcome.Refused("text is empty or too long");
            case 20429 -> answer.failed();
            default -> ofStatus(answer);
        };
    }

    /// Most of what Twilio refuses with 400 beside the above is about the sender's number, its regions or its service,
    /// which another provider does not share.
    private static Outcome ofStatus(Answer answer) {
        return answer.status() == 400 ? answer.failed() : answer.usual();
    }
}
