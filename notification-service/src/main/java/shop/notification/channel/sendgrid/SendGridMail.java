package shop.notification.channel.sendgrid;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Dispatch;

/// The body of `POST /v3/mail/send`. Clicks and openings are not tracked: links stay the shop's own, and nobody is
/// watched while reading. Personal data: the text form shows none of it.
record SendGridMail(
        List<Personalization> personalizations,
        Address from,
        String subject,
        List<Content> content,
        Map<String, String> headers,
        List<String> categories,
        @JsonProperty("custom_args") Map<String, String> customArgs,
        @JsonProperty("tracking_settings") Map<String, Switch> tracking) {

    static SendGridMail of(Dispatch dispatch, InternetAddress from) {
        var message = dispatch.message();
        var to = new Address(Objects.requireNonNull(dispatch.to().email()), null);
        return new SendGridMail(
                List.of(new Personalization(List.of(to))),
                new Address(from.getAddress(), from.getPersonal()),
                message.subject(),
                List.of(new Content("text/plain", message.text()), new Content("text/html", message.html())),
                headers(dispatch),
                List.of(dispatch.kind().type()),
                Map.of("notification_id", dispatch.notificationId()),
                Map.of("click_tracking", new Switch(false), "open_tracking", new Switch(false)));
    }

    private static Map<String, String> headers(Dispatch dispatch) {
        var headers = new TreeMap<>(
                Map.of("X-Notification-Id", dispatch.notificationId(), "Auto-Submitted", "auto-generated"));
        if (dispatch.unsubscribe() != null) {
            headers.put("List-Unsubscribe", "<" + dispatch.unsubscribe() + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    @Override
    public String toString() {
        return "SendGridMail" + customArgs;
    }

    record Personalization(List<Address> to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Address(String email, @Nullable String name) {

        @Override
        public String toString() {
            return "Address";
        }
    }

    record Content(String type, String value) {}

    record Switch(boolean enable) {}
}
