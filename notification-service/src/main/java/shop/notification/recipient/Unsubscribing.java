package shop.notification.recipient;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How customers say, from a mail, that they want no more reminders of their carts.
@Singleton
@Startup // The key is made before anybody asks, and not inside a transaction of theirs.
public class Unsubscribing {

    private final Optional<String> publicUrl;
    private final UnsubscribeTokens tokens;

    /// @param publicUrl where people reach this service
    Unsubscribing(
            @ConfigProperty(name = "shop.notification.public-url") Optional<String> publicUrl, UnsubscribeKey key) {
        this.publicUrl = publicUrl.map(Unsubscribing::checked);
        this.tokens = new UnsubscribeTokens(key.get());
    }

    /// The link for one customer; empty where the configuration does not say under which address the shop is reached.
    public Optional<URI> linkFor(String customerId) {
        return publicUrl.map(it -> URI.create(it + "/api/v1/unsubscribe/" + tokens.tokenOf(customerId)));
    }

    /// Whose link this token is of; empty where it is of no link of ours.
    Optional<String> customerIn(String token) {
        return tokens.customerIn(token);
    }

    private static String checked(String publicUrl) {
        if (!publicUrl.matches("https?://[^\\s?#]+")) {
            throw new IllegalStateException(
                    "shop.notification.public-url must be an address as https://shop.example.com");
        }
        return publicUrl.replaceAll("/+$", "");
    }
}
