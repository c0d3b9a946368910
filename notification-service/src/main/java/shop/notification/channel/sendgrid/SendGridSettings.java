package shop.notification.channel.sendgrid;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// The settings `shop.notification.sendgrid.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification.sendgrid")
interface SendGridSettings {

    URI url();

    Optional<String> apiKey();

    String from();
}
