package shop.notification.channel.outbox;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.local.test.WithServers;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
@TestProfile(ClosedOutboxTest.RealProviders.class)
class ClosedOutboxTest {

    @Inject
    Notifiers notifiers;

    @ParameterizedTest
    @ValueSource(strings = {"", "/1"})
    void there_is_no_outbox_where_no_channel_has_a_local_provider(String path) {
        when().get("/api/v1/outbox" + path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void slack_is_a_channel_once_it_has_an_address_and_push_is_none_without_a_provider() {
        assertThat(notifiers.channels()).containsExactly(Channel.EMAIL, new Channel("SLACK"), Channel.SMS);
    }

    public static class RealProviders implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("shop.notification.channel.email.providers", "sendgrid,smtp"),
                    Map.entry("shop.notification.channel.sms.providers", "twilio"),
                    Map.entry("shop.notification.channel.push.providers", ""),
                    Map.entry("shop.notification.sendgrid.api-key", "SG.key"),
                    Map.entry("shop.notification.sendgrid.url", "http://127.0.0.1:1"),
                    Map.entry("shop.notification.twilio.account-sid", "AC1"),
                    Map.entry("shop.notification.twilio.auth-token", "secret"),
                    Map.entry("shop.notification.twilio.from", "+15005550006"),
                    Map.entry("shop.notification.twilio.url", "http://127.0.0.1:1"),
                    Map.entry("shop.notification.slack.url", "http://127.0.0.1:1/services/secret"),
                    Map.entry("shop.notification.outbox.copies", "false"));
        }
    }
}
