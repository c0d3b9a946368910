package shop.notification.channel.fcm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;

/// Who we are at Google, from the file that its console gives. A secret: the text form shows nothing of it.
record ServiceAccount(String project, String email, String keyId, PrivateKey key, URI tokenUri) {

    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final Duration LIFE = Duration.ofHours(1); // The longest that Google takes.

    /// Throws [IllegalStateException] where the file is not one of a service account; without its words.
    static ServiceAccount read(Path path) {
        try {
            return new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Files.readAllBytes(path), Content.class)
                    .account();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("shop.notification.fcm.credentials: not the file of a service account ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    /// What Google gives a token for: a claim that only the owner of the key can have signed.
    String assertion(Instant now) {
        return Jwt.issuer(email)
                .audience(tokenUri.toString())
                .claim("scope", SCOPE)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .jws()
                .keyId(keyId)
                .sign(key);
    }

    @Override
    public String toString() {
        return "ServiceAccount[" + project + "]";
    }

    private record Content(
            @JsonProperty(value = "project_id", required = true)
            String project,

            @JsonProperty(value = "client_email", required = true)
            String email,

            @JsonProperty(value = "private_key_id", required = true)
            String keyId,

            @JsonProperty(value = "private_key", required = true)
            String key,

            @JsonProperty(value = "token_uri", required = true)
            URI tokenUri) {

        ServiceAccount account() throws GeneralSecurityException {
            return new ServiceAccount(project, email, keyId, KeyUtils.decodePrivateKey(key), tokenUri);
        }
    }
}
