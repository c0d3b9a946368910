package shop.local.token;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// Signs bearer tokens with the key of one folder.
public final class TokenIssuer {

    private static final String ISSUER = "shop";
    private static final String SUPPORT = "support";

    private final KeyFiles keys;

    private TokenIssuer(KeyFiles keys) {
        this.keys = keys;
    }

    /// The issuer of this folder; it makes its keys when it first signs, or when it is told to.
    public static TokenIssuer in(Path folder) {
        return new TokenIssuer(new KeyFiles(folder));
    }

    /// Makes the keys, unless they are there.
    public TokenIssuer withKeys() {
        keys.createMissing();
        return this;
    }

    /// What a service is told, in its configuration's own words, to accept these tokens.
    public Map<String, String> settings() {
        return Map.of(
                "mp.jwt.verify.publickey.location", keys.publicKey().toUri().toString());
    }

    /// The same for a service under test: for those Quarkus makes up a key, which goes before any location.
    public Map<String, String> settingsForTest() {
        return Map.of("mp.jwt.verify.publickey", withKeys().keys.readPublicKey());
    }

    /// A token of the role `support`, valid from now on.
    ///
    /// @param name of who acts with it; the services keep it with what was done
    public String supportToken(String name, Duration validFor) {
        return token(name, SUPPORT, Instant.now().plus(validFor));
    }

    public String token(String name, String role, Instant expiresAt) {
        var now = Instant.now();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(name);
        claims.setStringClaim("upn", name);
        claims.setStringListClaim("groups", List.of(role));
        // One that is made to be expired was issued before it ended, too.
        claims.setIssuedAt(dateOf(now.isBefore(expiresAt) ? now : expiresAt.minusSeconds(1)));
        claims.setExpirationTime(dateOf(expiresAt));
        claims.setGeneratedJwtId();
        return signed(claims);
    }

    private static NumericDate dateOf(Instant time) {
        return NumericDate.fromMilliseconds(time.toEpochMilli());
    }

    private String signed(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(withKeys().keys.readPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }
}
