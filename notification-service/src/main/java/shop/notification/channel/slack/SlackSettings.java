package shop.notification.channel.slack;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// The settings `shop.notification.slack.*`; `application.properties` explains each.
@ConfigMapping(prefix = "shop.notification.slack")
interface SlackSettings {

    /// Of the incoming webhook. Whoever knows it can write to the channel: it is a secret.
    Optional<URI> url();

    /// By the names of [shop.notification.message.Kind].
    Set<String> kinds();
}
