package shop.notification.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Outcome;
import shop.notification.channel.http.Http;
import shop.notification.channel.http.HttpProviderTest;

class TwilioProviderTest extends HttpProviderTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1");

    private Optional<String> service = Optional.empty();

    @Override
    protected String path() {
        return "/2010-04-01/Accounts/AC1/Messages.json";
    }

    @Override
    protected Outcome send(Http client, URI provider) {
        var settings = new Settings(provider, Optional.of("secret"), Optional.of("+15005550006"), service);
        return new TwilioProvider(client, settings).send(ADispatch.any().on(Channel.SMS));
    }

    @Test
    void a_message_is_accepted_under_the_providers_own_id() {
        answers(201, "{\"sid\": \"SM87105da94bff44b999e4e6eb90d8eb6a\", \"status\": \"queued\", \"error_code\": null}");

        var outcome = send();

        assertThat(outcome).isEqualTo(new Outcome.Accepted("SM87105da94bff44b999e4e6eb90d8eb6a"));
        stub.verify(postRequestedFor(urlPathEqualTo(path()))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withBasicAuth(new BasicCredentials("AC1", "secret"))
                .withFormParam("To", equalTo(ADispatch.PHONE))
                .withFormParam("From", equalTo("+15005550006"))
                .withFormParam("Body", equalTo("Shipped: 5 < 6 & 7 > 6")));
    }

    @Test
    void a_messaging_service_takes_the_place_of_a_number() {
        answers(201, "{\"sid\": \"SM1\"}");
        service = Optional.of("MG1");

        send();

        var requests = stub.findAll(postRequestedFor(urlPathEqualTo(path())));
        assertThat(requests.getFirst().getBodyAsString())
                .contains("MessagingServiceSid=MG1")
                .doesNotContain("From=");
    }

    @ParameterizedTest
    @ValueSource(ints = {21211, 21610, 21614})
    void a_number_that_takes_no_sms_cannot_be_reached(int code) {
        answers(400, error(code, 400));

        assertThat(send()).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void a_text_that_is_too_long_is_refused_for_ever() {
        answers(400, error(21617, 400));

        assertThat(send()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_number_of_our_own_that_is_not_good_is_not_the_fault_of_the_message() {
        answers(400, error(21606, 400));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 400"));
    }

    @Test
    void a_provider_that_is_asked_too_much_is_tried_again_later() {
        answers(429, error(20429, 429));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 429"));
    }

    @Test
    void a_log_in_that_is_refused_is_not_the_fault_of_the_message() {
        answers(401, error(20003, 401));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 401"));
    }

    @Test
    void a_setting_that_is_missing_is_named_where_the_provider_is_chosen() {
        assertThatThrownBy(() -> checked(Optional.empty(), Optional.of("+15005550006")))
                .hasMessage("shop.notification.twilio.auth-token is missing");
        assertThatThrownBy(() -> checked(Optional.of("secret"), Optional.empty()))
                .hasMessage("shop.notification.twilio.from is missing");
    }

    private static void checked(Optional<String> token, Optional<String> from) {
        var settings = new Settings(NOWHERE, token, from, Optional.empty());
        new TwilioProvider(new Http(Duration.ofSeconds(1)), settings).checkSettings();
    }

    private static String error(int code, int status) {
        return """
                {"code": %d, "message": "no", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}
                """.formatted(code, code, status);
    }

    private record Settings(
            URI url, Optional<String> authToken, Optional<String> from, Optional<String> messagingServiceSid)
            implements TwilioSettings {

        @Override
        public Optional<String> accountSid() {
            return Optional.of("AC1");
        }
    }
}
