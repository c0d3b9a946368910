package shop.order.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import shop.order.payment.WebhookRefusal.NotGenuine;

/// Tells a notice of the gateway from a forged one, as Standard Webhooks has it
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): an HMAC with
/// SHA-256 over id, time and the raw body.
final class WebhookSignature {

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION_PREFIX = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> secrets;
    private final Duration window;

    /// @param secrets each `whsec_` and Base64; any of them may have signed, so that they can be changed
    /// @param window how far the time of a notice may lie from now: an old one that somebody kept is refused
    WebhookSignature(List<String> secrets, Duration window) {
        this.secrets = secrets.stream().map(WebhookSignature::decoded).toList();
        this.window = window;
    }

    /// What the gateway sent beside the body.
    ///
    /// @param timestamp seconds since 1970
    /// @param signatures one or several, parted by blanks, each `v1,` and Base64
    record Headers(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signatures) {}

    /// Throws [NotGenuine] where it was not signed with our secret, or not now.
    void verify(Headers headers, byte[] body, Instant now) {
        var id = present("webhook-id", headers.id());
        var timestamp = present("webhook-timestamp", headers.timestamp());
        var signatures = present("webhook-signature", headers.signatures());
        if (secrets.stream().noneMatch(it -> isSigned(signatures, signature(it, id, timestamp, body)))) {
            throw new NotGenuine("webhook-signature", "is not by our secret");
        }
        if (Duration.between(sentAt(timestamp), now).abs().compareTo(window) > 0) {
            throw new NotGenuine("webhook-timestamp", "lies more than %s from now".formatted(window));
        }
    }

    private static boolean isSigned(String signatures, byte[] expected) {
        return Stream.of(signatures.split(" "))
                .filter(it -> it.startsWith(VERSION_PREFIX))
                .map(it -> it.substring(VERSION_PREFIX.length()).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(it -> MessageDigest.isEqual(it, expected)); // Takes as long whatever differs.
    }

    private static byte[] signature(byte[] secret, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JVM has it.
        }
    }

    private static Instant sentAt(String timestamp) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(timestamp));
        } catch (NumberFormatException | DateTimeException _) {
            throw new NotGenuine("webhook-timestamp", "must be seconds since 1970");
        }
    }

    private static String present(String header, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new NotGenuine(header, "is missing");
        }
        return value;
    }

    private static byte[] decoded(String secret) {
        var text = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        return Base64.getDecoder().decode(text);
    }
}
