package shop.notification.channel.smtp;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The settings `shop.notification.smtp.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification.smtp")
interface SmtpSettings {

    String host();

    int port();

    Security security();

    Optional<String> username();

    Optional<String> password();

    String from();

    int idleConnections();

    enum Security {
        NONE,
        /// TLS where the server offers it.
        STARTTLS_IF_OFFERED,
        STARTTLS,
        /// TLS from the first byte.
        TLS
    }
}
