package shop.load.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    private static final UUID ORDER = UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");

    @Test
    void the_text_of_an_sms_says_which_notification_it_is() {
        var form =
                "From=1&To=2&Body=" + encoded("Your order " + ORDER + " is on its way. A carrier 1Z999AA10123456784.");

        var id = new Twilio().notificationId(form);

        assertThat(id).hasValue(new OrderEvent(ORDER, "", Step.SHIPPED).notificationId("SMS"));
    }

    @Test
    void an_sms_about_something_else_is_about_no_notification() {
        assertThat(new Twilio().notificationId("Body=" + encoded("Your order " + ORDER + " is cancelled.")))
                .isEmpty();
        assertThat(new Twilio().notificationId("Body=" + encoded("Your order is on its way.")))
                .isEmpty();
    }

    @Test
    void mails_and_push_messages_name_their_notification() {
        var mail = "{\"custom_args\":{\"notification_id\":\"1:EMAIL\"}}";
        var push = "{\"message\":{\"data\":{\"notificationId\":\"1:PUSH\"}}}";

        assertThat(new SendGrid().notificationId(mail)).hasValue("1:EMAIL");
        assertThat(new Fcm(Path.of("unused")).notificationId(push)).hasValue("1:PUSH");
        assertThat(new SendGrid().notificationId("{}")).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
