package shop.notification.channel.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Contact;
import shop.notification.channel.Outcome;
import shop.notification.channel.http.Http;
import shop.notification.channel.http.HttpProviderTest;
import shop.notification.message.Kind;

class SlackNotifierTest extends HttpProviderTest {

    private static final Channel SLACK = new Channel("SLACK");

    @Override
    protected String path() {
        return "/services/T0/B0/secret";
    }

    @Override
    protected Outcome send(Http client, URI provider) {
        var notifier = notifier(client, Optional.of(provider.resolve(path())), "OrderShipped");
        return notifier.send(ADispatch.any().withSubject("<!here> news").on(SLACK));
    }

    @Test
    void the_shops_people_read_what_happened_and_nothing_of_the_customer() {
        answers(aResponse().withStatus(200).withBody("ok"));

        var outcome = send();

        assertThat(outcome).isEqualTo(new Outcome.Accepted(null));
        stub.verify(
                postRequestedFor(urlPathEqualTo(path())).withRequestBody(equalToJson("""
                {"text": "*&lt;!here&gt; news*\\nShipped: 5 &lt; 6 &amp; 7 &gt; 6\\nOrderShipped `%s`"}
                """.formatted(ADispatch.STORY))));
    }

    @Test
    void a_text_that_slack_cannot_read_is_refused_for_ever() {
        answers(aResponse().withStatus(400).withBody("invalid_payload"));

        assertThat(send()).isEqualTo(new Outcome.Refused("provider said 400"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void a_webhook_that_is_off_is_not_the_fault_of_the_message(int status) {
        answers(aResponse().withStatus(status).withBody("channel_is_archived"));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said " + status));
    }

    @Test
    void it_is_off_without_an_address_and_asks_no_customer() {
        var notifier = notifier(new Http(Duration.ofSeconds(1)), Optional.empty(), "RefundRequired");

        assertThat(notifier.providers()).isEmpty();
        assertThat(notifier.isForCustomers()).isFalse();
        assertThat(notifier.unreachable(Contact.none("ann"))).isNull();
    }

    @Test
    void it_tells_the_kinds_that_are_chosen() {
        var notifier = notifier(new Http(Duration.ofSeconds(1)), Optional.empty(), "RefundRequired");

        assertThat(notifier.tells(Kind.REFUND_REQUIRED)).isTrue();
        assertThat(notifier.tells(Kind.ORDER_PLACED)).isFalse();
    }

    @Test
    void a_kind_that_there_is_not_is_named() {
        assertThatThrownBy(() -> notifier(new Http(Duration.ofSeconds(1)), Optional.empty(), "OrderLost"))
                .hasMessage("shop.notification.slack.kinds: no kind OrderLost");
    }

    private static SlackNotifier notifier(Http http, Optional<URI> url, String kind) {
        return new SlackNotifier(http, new Settings(url, Set.of(kind)));
    }

    private record Settings(Optional<URI> url, Set<String> kinds) implements SlackSettings {}
}
