package shop.notification.channel.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.notification.channel.Outcome;

/// What every provider over HTTP has to get right, against a stub made from its documents.
public abstract class HttpProviderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);

    protected static WireMockServer stub;

    private Http http = new Http(PATIENCE);

    @BeforeAll
    static void start() {
        stub = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        stub.start();
    }

    @AfterAll
    static void stop() {
        stub.stop();
    }

    @BeforeEach
    void prepare() throws IOException {
        stub.resetAll();
        prepareStub();
    }

    @AfterEach
    void close() {
        http.close();
    }

    /// Where it takes messages.
    protected abstract String path();

    /// One message to one address, by the provider at this address.
    protected abstract Outcome send(Http client, URI provider);

    /// What else the provider needs.
    protected void prepareStub() throws IOException {}

    protected final Outcome send() {
        return send(http, URI.create(stub.baseUrl()));
    }

    protected final void answers(ResponseDefinitionBuilder response) {
        stub.stubFor(post(urlPathEqualTo(path())).willReturn(response));
    }

    protected final void answers(int status, String json) {
        answers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(json));
    }

    @Test
    void a_provider_that_has_a_fault_is_tried_again() {
        answers(500, "{}");

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 500"));
    }

    @Test
    void a_provider_that_is_away_says_for_how_long() {
        answers(aResponse().withStatus(503).withHeader("Retry-After", "17"));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 503", Duration.ofSeconds(17)));
    }

    @Test
    void a_provider_that_is_asked_too_much_says_for_how_long_it_wants_to_be_left_alone() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3"));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 429", Duration.ofSeconds(3)));
    }

    @Test
    void a_gateway_that_waited_in_vain_has_lost_the_answer() {
        answers(504, "{}");

        assertThat(send()).isInstanceOf(Outcome.AnswerLost.class);
    }

    @Test
    void our_own_key_that_is_refused_is_not_the_fault_of_the_message() {
        answers(403, "{}");

        assertThat(send()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_provider_that_does_not_answer_in_time_may_have_taken_the_message() {
        answers(aResponse().withStatus(200).withFixedDelay(60_000));
        http.close();
        http = new Http(IMPATIENCE);

        assertThat(send()).isEqualTo(new Outcome.AnswerLost("provider did not answer in time"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void a_connection_that_breaks_after_the_request_has_lost_the_answer_and_is_not_tried_again_unasked(Fault fault) {
        answers(aResponse().withFault(fault));

        var outcome = send();

        assertThat(outcome).isEqualTo(new Outcome.AnswerLost("connection to provider broke off"));
        stub.verify(1, postRequestedFor(urlPathEqualTo(path())));
    }

    @Test
    void a_provider_that_nothing_can_be_connected_to_has_surely_taken_nothing() throws IOException {
        var nobody = URI.create("http://127.0.0.1:" + closedPort());

        assertThat(send(http, nobody)).isEqualTo(new Outcome.Failed("provider cannot be reached"));
    }

    @Test
    void a_customer_is_not_quoted_in_a_reason() {
        answers(400, "{\"message\": \"ann@example.com and +4915112345678 and device-1 are unknown\"}");

        assertThat(send().toString()).doesNotContain("ann", "4915112345678", "device-1");
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
