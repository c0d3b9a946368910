package shop.local.test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import shop.local.token.TokenIssuer;

/// Bearer tokens that the application under test accepts, or has a good reason not to.
public final class Tokens {

    private Tokens() {}

    /// Of the role `support`, in the name of who acts with it.
    public static String support(String name) {
        return TestServers.tokens().supportToken(name, Duration.ofHours(1));
    }

    /// Valid, but of another role.
    public static String of(String role) {
        return TestServers.tokens().token("somebody", role, Instant.now().plus(Duration.ofHours(1)));
    }

    /// Of the role `support`, but not valid any more.
    public static String expired() {
        return TestServers.tokens().token("somebody", "support", Instant.now().minus(Duration.ofHours(1)));
    }

    /// Of the role `support`, but signed with a key that the application does not know.
    public static String forged(Path otherKeys) {
        return TokenIssuer.in(otherKeys).supportToken("somebody", Duration.ofHours(1));
    }
}
