package shop.local.server;

import java.util.Locale;
import java.util.Optional;

/// A setting that people give as system property (`shop.kafka`) or in the environment (`SHOP_KAFKA`).
public record Setting(String name) {

    public Optional<String> value() {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable())));
    }

    String variable() {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
