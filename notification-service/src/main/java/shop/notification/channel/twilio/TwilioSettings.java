package shop.notification.channel.twilio;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// The settings `shop.notification.twilio.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification.twilio")
interface TwilioSettings {

    URI url();

    Optional<String> accountSid();

    Optional<String> authToken();

    Optional<String> from();

    Optional<String> messagingServiceSid();
}
