package shop.cart.load;

import java.util.Locale;
import java.util.Optional;

/// Kinds of requests, the most urgent first.
enum Kind {
    /// Buying, and asking what became of it.
    CHECKOUTS,
    CHANGES,
    READS;

    private static final String API = "/api/v1/";

    /// Nothing for what never counts: health, metrics, documentation.
    static Optional<Kind> of(String method, String path) {
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (method) {
                    case "GET", "HEAD", "OPTIONS" -> path.startsWith(API + "checkouts/") ? CHECKOUTS : READS;
                    case "POST" -> path.endsWith("/checkout") ? CHECKOUTS : CHANGES;
                    default -> CHANGES;
                });
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
