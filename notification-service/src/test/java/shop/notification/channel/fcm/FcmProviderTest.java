package shop.notification.channel.fcm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.notification.channel.ADispatch;
import shop.notification.channel.Channel;
import shop.notification.channel.Dispatch;
import shop.notification.channel.Outcome;
import shop.notification.channel.TokenExpired;
import shop.notification.channel.http.Http;
import shop.notification.channel.http.HttpProviderTest;

class FcmProviderTest extends HttpProviderTest {

    private static final KeyPair KEYS = keys();
    private static final String TAKEN = "{\"name\": \"projects/shop-1/messages/0:15003\"}";
    private static final String UNREGISTERED =
            error(404, "NOT_FOUND", "Requested entity was not found.", "UNREGISTERED");

    @TempDir
    Path folder;

    private final List<TokenExpired> expired = new ArrayList<>();
    private Dispatch dispatch = ADispatch.any().on(Channel.PUSH);

    @Override
    protected String path() {
        return "/v1/projects/shop-1/messages:send";
    }

    @Override
    protected void prepareStub() throws IOException {
        Files.writeString(credentials(), """
                {"type": "service_account", "project_id": "shop-1", "private_key_id": "key-1",
                 "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
                 "client_email": "push@shop-1.iam.example", "token_uri": "%s/token"}
                """.formatted(
                        Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded()), stub.baseUrl()));
        givesToken("token-1");
    }

    @Override
    protected Outcome send(Http client, URI provider) {
        return provider(client, provider).send(dispatch);
    }

    @Test
    void a_message_is_accepted_under_the_providers_own_id_and_replaces_itself_on_the_device() {
        answers(200, TAKEN);

        var outcome = send();

        var tag = dispatch.idempotencyKey();
        assertThat(tag.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
        assertThat(outcome).isEqualTo(new Outcome.Accepted("projects/shop-1/messages/0:15003"));
        stub.verify(postRequestedFor(urlPathEqualTo(path()))
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .withRequestBody(equalToJson("""
                        {"message": {
                          "token": "device-1",
                          "notification": {"title": "Your order is on its way", "body": "Shipped: 5 < 6 & 7 > 6"},
                          "data": {"kind": "OrderShipped", "storyId": "%s", "notificationId": "%s"},
                          "android": {"collapse_key": "%3$s", "notification": {"tag": "%3$s"}},
                          "apns": {"headers": {"apns-collapse-id": "%3$s"}},
                          "webpush": {"notification": {"tag": "%3$s"}}}}
                        """.formatted(ADispatch.STORY, dispatch.notificationId(), tag))));
    }

    @Test
    void a_token_is_asked_for_with_what_only_the_service_account_can_have_signed() throws Exception {
        answers(200, TAKEN);

        send();

        var form = stub.findAll(postRequestedFor(urlPathEqualTo("/token"))).getFirst();
        assertThat(form.formParameter("grant_type").firstValue())
                .isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
        var claims = new JwtConsumerBuilder()
                .setVerificationKey(KEYS.getPublic())
                .setExpectedIssuer("push@shop-1.iam.example")
                .setExpectedAudience(stub.baseUrl() + "/token")
                .setRequireExpirationTime()
                .build()
                .processToClaims(form.formParameter("assertion").firstValue());
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("https://www.googleapis.com/auth/firebase.messaging");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(3600);
    }

    @Test
    void a_token_serves_many_messages() {
        answers(200, TAKEN);
        var provider = provider(new Http(Duration.ofSeconds(20)), URI.create(stub.baseUrl()));

        provider.send(dispatch);
        provider.send(dispatch);

        stub.verify(1, postRequestedFor(urlPathEqualTo("/token")));
        stub.verify(2, postRequestedFor(urlPathEqualTo(path())));
    }

    @Test
    void a_token_that_is_not_good_any_more_is_fetched_anew_and_the_device_asked_once_more() {
        answers(401, error(401, "UNAUTHENTICATED", "no", "UNSPECIFIED_ERROR"));
        stub.stubFor(post(urlPathEqualTo(path()))
                .withHeader("Authorization", equalTo("Bearer token-2"))
                .willReturn(okJson(TAKEN)));
        var provider = provider(new Http(Duration.ofSeconds(20)), URI.create(stub.baseUrl()));
        assertThat(provider.send(dispatch)).isEqualTo(new Outcome.Failed("provider said 401"));
        givesToken("token-2");

        assertThat(provider.send(dispatch)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void apples_refusal_of_our_set_up_fetches_no_new_token() {
        answers(401, error(401, "UNAUTHENTICATED", "no", "THIRD_PARTY_AUTH_ERROR"));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 401"));
        stub.verify(1, postRequestedFor(urlPathEqualTo(path())));
    }

    @Test
    void a_token_end_point_that_is_down_has_surely_sent_nothing() {
        stub.stubFor(post("/token").willReturn(aResponse().withStatus(503)));
        assertThat(send()).isEqualTo(new Outcome.Failed("no access token: provider said 503"));

        stub.stubFor(post("/token").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(send()).isInstanceOf(Outcome.Failed.class);

        stub.verify(0, postRequestedFor(urlPathEqualTo(path())));
    }

    @Test
    void a_device_that_is_gone_is_told_and_the_others_are_asked() {
        device("device-1", aResponse().withStatus(404).withBody(UNREGISTERED));
        device("device-2", okJson(TAKEN));
        dispatch = ADispatch.any().withDevices("device-1", "device-2").on(Channel.PUSH);

        assertThat(send()).isInstanceOf(Outcome.Accepted.class);
        assertThat(expired).containsExactly(new TokenExpired("ann", "device-1"));
    }

    @Test
    void a_token_that_cannot_be_forgotten_now_changes_nothing_for_the_others() {
        device("device-1", aResponse().withStatus(404).withBody(UNREGISTERED));
        device("device-2", okJson(TAKEN));
        dispatch = ADispatch.any().withDevices("device-1", "device-2").on(Channel.PUSH);
        var settings = new Settings(URI.create(stub.baseUrl()), Optional.of(credentials()));
        var provider = new FcmProvider(new Http(Duration.ofSeconds(20)), settings, Clock.systemUTC(), _ -> {
            throw new IllegalStateException("no database");
        });

        assertThat(provider.send(dispatch)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_customer_whose_devices_are_all_gone_cannot_be_reached() {
        device("device-1", aResponse().withStatus(404).withBody(UNREGISTERED));
        device(
                "device-2",
                aResponse()
                        .withStatus(403)
                        .withBody(error(403, "PERMISSION_DENIED", "SenderId mismatch", "SENDER_ID_MISMATCH")));
        device(
                "device-3",
                aResponse()
                        .withStatus(400)
                        .withBody(error(
                                400,
                                "INVALID_ARGUMENT",
                                "The registration token is not a valid FCM registration token",
                                "INVALID_ARGUMENT")));
        dispatch =
                ADispatch.any().withDevices("device-1", "device-2", "device-3").on(Channel.PUSH);

        assertThat(send()).isEqualTo(new Outcome.Unreachable("no device"));
        assertThat(expired).extracting(TokenExpired::pushToken).containsExactly("device-1", "device-2", "device-3");
    }

    @Test
    void a_token_that_is_named_as_the_invalid_field_is_gone() {
        answers(400, invalid("message.token"));

        assertThat(send()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(expired).hasSize(1);
    }

    @Test
    void a_message_that_is_not_valid_is_refused_and_its_device_stays() {
        answers(400, invalid("message.data[0].value"));

        assertThat(send()).isEqualTo(new Outcome.Refused("provider said 400"));
        assertThat(expired).isEmpty();
    }

    @Test
    void a_project_that_is_not_found_is_not_the_fault_of_the_device() {
        answers(404, error(404, "NOT_FOUND", "no", "UNSPECIFIED_ERROR"));

        assertThat(send()).isEqualTo(new Outcome.Failed("provider said 404"));
        assertThat(expired).isEmpty();
    }

    @Test
    void a_message_of_which_one_answer_was_lost_may_have_been_shown() {
        device("device-1", aResponse().withStatus(503));
        device("device-2", aResponse().withFault(Fault.EMPTY_RESPONSE));
        device("device-3", aResponse().withStatus(404).withBody(UNREGISTERED));
        dispatch =
                ADispatch.any().withDevices("device-1", "device-2", "device-3").on(Channel.PUSH);

        assertThat(send()).isInstanceOf(Outcome.AnswerLost.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"k", "0192f0c1-1111-7000-8000-000000000001.PUSH.1795774530000-and-some-more-that-is-too-long"})
    void a_tag_is_never_too_long_for_any_device(String key) {
        assertThat(FcmMessage.tag(key)).hasSizeLessThanOrEqualTo(64).isEqualTo(FcmMessage.tag(key));
        assertThat(FcmMessage.tag(key)).isNotEqualTo(FcmMessage.tag(key + "2"));
    }

    @Test
    void credentials_that_are_missing_or_not_readable_are_named_where_the_provider_is_chosen() throws IOException {
        assertThatThrownBy(() -> chosenWith(Optional.empty()))
                .hasMessage("shop.notification.fcm.credentials is missing");

        Files.writeString(credentials(), "{\"private_key\": \"secret\"}");
        assertThatThrownBy(() -> chosenWith(Optional.of(credentials())))
                .hasMessageStartingWith("shop.notification.fcm.credentials: not the file of a service account")
                .hasMessageNotContaining("secret");
    }

    private void chosenWith(Optional<Path> file) {
        var settings = new Settings(URI.create("http://127.0.0.1"), file);
        new FcmProvider(new Http(Duration.ofSeconds(1)), settings, Clock.systemUTC(), expired::add).checkSettings();
    }

    private FcmProvider provider(Http client, URI provider) {
        return new FcmProvider(
                client, new Settings(provider, Optional.of(credentials())), Clock.systemUTC(), expired::add);
    }

    private Path credentials() {
        return folder.resolve("service-account.json");
    }

    private static void givesToken(String token) {
        stub.stubFor(post("/token").willReturn(okJson("""
                {"access_token": "%s", "expires_in": 3599, "token_type": "Bearer"}
                """.formatted(token))));
    }

    private void device(String device, ResponseDefinitionBuilder response) {
        stub.stubFor(post(urlPathEqualTo(path()))
                .withRequestBody(matchingJsonPath("$.message.token", containing(device)))
                .willReturn(response));
    }

    private static String invalid(String field) {
        return """
                {"error": {"code": 400, "message": "Request contains an invalid argument.",
                  "status": "INVALID_ARGUMENT", "details": [
                   {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "INVALID_ARGUMENT"},
                   {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [
                     {"field": "%s", "description": "Invalid"}]}]}}
                """.formatted(field);
    }

    private static String error(int code, String status, String message, String errorCode) {
        return """
                {"error": {"code": %d, "message": "%s", "status": "%s", "details": [
                  {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}]}}
                """.formatted(code, message, status, errorCode);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Settings(URI url, Optional<Path> credentials) implements FcmSettings {}
}
