package shop.notification.recipient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that say who unsubscribes and that only this service can make: customer id and signature, each in base64url,
/// parted by a dot. They do not expire.
final class UnsubscribeTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    UnsubscribeTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String tokenOf(String customerId) {
        var id = customerId.getBytes(StandardCharsets.UTF_8);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(id) + "." + base64.encodeToString(signature(id));
    }

    /// Empty where the token is not of our making.
    Optional<String> customerIn(String token) {
        return idIn(token).filter(it -> isSame(tokenOf(it), token));
    }

    private static Optional<String> idIn(String token) {
        try {
            var id = Base64.getUrlDecoder().decode(token.substring(0, Math.max(0, token.indexOf('.'))));
            return Optional.of(new String(id, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Takes as long whatever differs.
    private static boolean isSame(String expected, String token) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every JVM has it.
        }
    }
}
