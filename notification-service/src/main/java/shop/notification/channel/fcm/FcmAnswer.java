package shop.notification.channel.fcm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import shop.notification.channel.Outcome;
import shop.notification.channel.http.Answer;

/// Reads Firebase's answers for one device. The status alone does not say whether a device has gone: the error code in
/// the details does.
final class FcmAnswer {

    private FcmAnswer() {}

    static Outcome outcome(Answer answer) {
        if (answer.status() == 200) {
            return new Outcome.Accepted(answer.json().path("name").asText(null));
        }
        return isOfDevice(answer) ? new Outcome.Unreachable("no device") : answer.usual();
    }

    /// Whether our access token is what was not good; Apple's or a browser's refusal of our set-up has the same status.
    static boolean wantsNewToken(Answer answer) {
        return answer.status() == 401 && !hasCode(answer, "THIRD_PARTY_AUTH_ERROR");
    }

    private static boolean isOfDevice(Answer answer) {
        return switch (answer.status()) {
            case 404 -> hasCode(answer, "UNREGISTERED");
            case 403 -> hasCode(answer, "SENDER_ID_MISMATCH");
            case 400 -> isOfToken(answer);
            default -> false;
        };
    }

    /// An invalid argument may be anything of the message; of the token it says so in one of two ways.
    private static boolean isOfToken(Answer answer) {
        return details(answer)
                        .flatMap(it -> elements(it.path("fieldViolations")))
                        .anyMatch(it -> it.path("field").asText().equals("message.token"))
                || answer.json().at("/error/message").asText().contains("registration token");
    }

    private static boolean hasCode(Answer answer, String code) {
        return details(answer).anyMatch(it -> it.path("errorCode").asText().equals(code));
    }

    private static Stream<JsonNode> details(Answer answer) {
        return elements(answer.json().at("/error/details"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
