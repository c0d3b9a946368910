package shop.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings `shop.notification.channel.<channel>.*`, by channel in lower case.
@ConfigMapping(prefix = "shop.notification.channel")
interface ProviderSettings {

    @WithParentName
    Map<String, OfChannel> byChannel();

    interface OfChannel {
        /// Names of providers, the first choice first.
        Optional<List<String>> providers();
    }
}
