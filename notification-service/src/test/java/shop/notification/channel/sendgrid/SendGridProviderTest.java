package shop.notification.channel.sendgrid;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.http.Http;
import shop.notification.channel.http.HttpProviderTest;

class SendGridProviderTest extends HttpProviderTest {

    private Dispatch dispatch = ADispatch.any().on(Channel.EMAIL);

    @Override
    protected String path() {
        return "/v3/mail/send";
    }

    @Override
    protected Outcome send(Http client, URI provider) {
        return new SendGridProvider(client, new Settings(provider, Optional.of("SG.key"))).send(dispatch);
    }

    @Test
    void a_mail_is_accepted_under_the_providers_own_id() {
        answers(aResponse().withStatus(202).withHeader("X-Message-Id", "14c5d75ce93"));
        dispatch = ADispatch.any().withUnsubscribe("https://shop.example/u/1").on(Channel.EMAIL);

        var outcome = send();

        assertThat(outcome).isEqualTo(new Outcome.Accepted("14c5d75ce93"));
        stub.verify(postRequestedFor(urlPathEqualTo(path()))
                .withHeader("Authorization", equalTo("Bearer SG.key"))
                .withRequestBody(equalToJson("""
                        {"personalizations": [{"to": [{"email": "ann@example.com"}]}],
                         "from": {"email": "shop@example.com", "name": "Shop"},
                         "subject": "Your order is on its way",
                         "content": [{"type": "text/plain", "value": "Hello Änn"},
                                     {"type": "text/html", "value": "<p>Hello Änn</p>"}],
                         "headers": {"X-Notification-Id": "%1$s", "Auto-Submitted": "auto-generated",
                                     "List-Unsubscribe": "<https://shop.example/u/1>",
                                     "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
                         "categories": ["OrderShipped"],
                         "custom_args": {"notification_id": "%1$s"},
                         "tracking_settings": {"click_tracking": {"enable": false},
                                               "open_tracking": {"enable": false}}}
                        """.formatted(dispatch.notificationId()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void a_mail_that_is_not_valid_or_too_large_is_refused_for_ever(int status) {
        answers(status, "{\"errors\": [{\"message\": \"no\", \"field\": \"personalizations.0.to.0.email\"}]}");

        assertThat(send()).isEqualTo(new Outcome.Refused("provider said " + status));
    }

    @Test
    void a_key_that_is_not_known_is_not_the_fault_of_the_mail() {
        answers(401, "{\"errors\": [{\"message\": \"The provided authorization grant is invalid\"}]}");

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 401"));
    }

    @Test
    void whoever_asks_too_much_waits_until_the_reset_by_the_providers_own_clock() {
        answers(aResponse()
                .withStatus(429)
                .withHeader("Date", "Fri, 27 Nov 2026 10:15:30 GMT")
                .withHeader("X-RateLimit-Reset", "1795774575"));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 429", Duration.ofSeconds(45)));
    }

    @Test
    void a_key_that_is_missing_is_named_where_the_provider_is_chosen() {
        var provider = new SendGridProvider(
                new Http(Duration.ofSeconds(1)), new Settings(URI.create("http://127.0.0.1"), Optional.empty()));

        assertThatThrownBy(provider::checkSettings).hasMessage("shop.notification.sendgrid.api-key is missing");
    }

    private record Settings(URI url, Optional<String> apiKey) implements SendGridSettings {
        @Override
        public String from() {
            return "Shop <shop@example.com>";
        }
    }
}
