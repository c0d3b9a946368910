package shop.notification.channel;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The providers that configuration chooses.
@Singleton
public class Providers {

    private final List<Provider> known;
    private final ProviderSettings settings;

    Providers(@All List<Provider> known, ProviderSettings settings) {
        this.known = known;
        this.settings = settings;
    }

    /// Those of a channel, in the order of the configuration; throws [IllegalStateException] where it names one
    /// that there is not, or that lacks a setting.
    public List<Provider> of(Channel channel) {
        return Optional.ofNullable(settings.byChannel().get(channel.name().toLowerCase(Locale.ROOT))).stream()
                .flatMap(Providers::names)
                .map(it -> named(it, channel))
                .toList();
    }

    /// Whether any channel has a provider of this name.
    public boolean choose(String name) {
        return settings.byChannel().values().stream().flatMap(Providers::names).anyMatch(name::equals);
    }

    private Provider named(String name, Channel channel) {
        var provider = known.stream()
                .filter(it -> it.name().equals(name) && it.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("shop.notification.channel.%s.providers: no provider %s"
                        .formatted(channel.name().toLowerCase(Locale.ROOT), name)));
        provider.checkSettings();
        return provider;
    }

    private static Stream<String> names(ProviderSettings.OfChannel channel) {
        return channel.providers().orElse(List.of()).stream();
    }
}
