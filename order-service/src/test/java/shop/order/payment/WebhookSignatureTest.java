package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.order.payment.WebhookRefusal.NotGenuine;

class WebhookSignatureTest {

    /// The example that stands in the specification of Standard Webhooks.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final WebhookSignature signature = new WebhookSignature(List.of(SECRET), WINDOW);

    @Test
    void the_example_of_the_specification_is_genuine() {
        assertThatCode(() -> verify(ID, TIME, SIGNATURE, BODY, SENT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "msg_other | 1614265330 | {\"test\": 2432232314}",
                "msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265331 | {\"test\": 2432232314}",
                "msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265330 | {\"test\": 2432232315}",
                "msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265330 | {\"test\":2432232314}"
            })
    void whatever_is_changed_is_forged(String id, String time, String body) {
        assertThatThrownBy(() -> verify(id, time, SIGNATURE, body, SENT))
                .isInstanceOf(NotGenuine.class)
                .hasMessageContaining("webhook-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1,", "v1", "", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "nonsense v1,AAAA"})
    void what_is_no_signature_is_forged(String signatures) {
        assertThatThrownBy(() -> verify(ID, TIME, signatures, BODY, SENT)).isInstanceOf(NotGenuine.class);
    }

    @Test
    void one_of_several_signatures_and_one_of_several_secrets_is_enough() {
        var rotating = new WebhookSignature(List.of("whsec_bmV3IHNlY3JldA==", SECRET), WINDOW);
        var headers = new WebhookSignature.Headers(ID, TIME, "v1,AAAA " + SIGNATURE);

        assertThatCode(() -> rotating.verify(headers, bytes(BODY), SENT)).doesNotThrowAnyException();
    }

    @Test
    void without_a_secret_nothing_is_genuine() {
        var none = new WebhookSignature(List.of(), WINDOW);
        var headers = new WebhookSignature.Headers(ID, TIME, SIGNATURE);

        assertThatThrownBy(() -> none.verify(headers, bytes(BODY), SENT)).isInstanceOf(NotGenuine.class);
    }

    @ParameterizedTest
    @CsvSource({"-300000, true", "-300001, false", "300000, true", "300001, false"})
    void it_is_genuine_within_the_window_alone(long millis, boolean genuine) {
        var now = SENT.plusMillis(millis);

        if (genuine) {
            assertThatCode(() -> verify(ID, TIME, SIGNATURE, BODY, now)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> verify(ID, TIME, SIGNATURE, BODY, now)).hasMessageContaining("webhook-timestamp");
        }
    }

    @Test
    void a_missing_header_is_named() {
        assertThatThrownBy(() -> verify(null, TIME, SIGNATURE, BODY, SENT)).hasMessage("webhook-id is missing");
        assertThatThrownBy(() -> verify(ID, null, SIGNATURE, BODY, SENT)).hasMessage("webhook-timestamp is missing");
        assertThatThrownBy(() -> verify(ID, TIME, null, BODY, SENT)).hasMessage("webhook-signature is missing");
    }

    private void verify(
            @Nullable String id, @Nullable String time, @Nullable String signatures, String body, Instant now) {
        signature.verify(new WebhookSignature.Headers(id, time, signatures), bytes(body), now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
