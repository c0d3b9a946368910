package shop.order.payment;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The gateway's side of the webhook: signs, as Standard Webhooks has it, and sends.
final class Webhook {

    static final byte[] SECRET = "secret of the tests".getBytes(StandardCharsets.UTF_8);

    private Webhook() {}

    static Response tell(FaultyGateway.Told told) {
        return tell(told.eventId(), json(told.notice()));
    }

    static Response tell(String eventId, String body) {
        return tell(eventId, body, Instant.now(), SECRET);
    }

    static Response tell(String eventId, String body, Instant at, byte[] secret) {
        var timestamp = Long.toString(at.getEpochSecond());
        return given().header("webhook-id", eventId)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(secret, eventId + "." + timestamp + "." + body))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/payments/webhook");
    }

    static String json(Notice notice) {
        return """
                {"paymentId": "%s", "orderId": "%s", "outcome": "%s", "amount": "%s", "currency": "%s"}
                """.formatted(
                        notice.paymentId(), notice.orderId(), notice.outcome(), notice.amount(), notice.currency());
    }

    private static String signature(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
