package shop.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

    @TempDir
    Path folder;

    @Test
    void a_token_says_who_acts_in_which_role() throws Exception {
        var token = TokenIssuer.in(folder).supportToken("ann", Duration.ofHours(1));

        var claims = reader(folder).build().processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("support");
    }

    @Test
    void a_token_ends() {
        var token = TokenIssuer.in(folder).token("ann", "support", Instant.now().minusSeconds(1));

        assertThatThrownBy(() -> reader(folder).build().processToClaims(token)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void the_keys_are_made_once_and_the_private_one_is_for_its_owner_only() throws Exception {
        var issuer = TokenIssuer.in(folder).withKeys();
        var made = Files.readString(folder.resolve("private.pem"));

        TokenIssuer.in(folder).withKeys();

        assertThat(folder.resolve("private.pem")).content().isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(folder.resolve("private.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Path.of(URI.create(issuer.settings().get("mp.jwt.verify.publickey.location"))))
                .content()
                .startsWith("-----BEGIN PUBLIC KEY-----");
    }

    private static JwtConsumerBuilder reader(Path folder) throws Exception {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer("shop")
                .setVerificationKey(publicKey(folder));
    }

    private static PublicKey publicKey(Path folder) throws Exception {
        var base64 = Files.readString(folder.resolve("public.pem")).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }
}
