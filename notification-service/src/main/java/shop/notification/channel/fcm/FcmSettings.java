package shop.notification.channel.fcm;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The settings `shop.notification.fcm.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification.fcm")
interface FcmSettings {

    URI url();

    /// The file of the service account.
    Optional<Path> credentials();
}
