package shop.notification.channel;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The notifiers that are plugged in, one per channel.
@Singleton
@Startup
public class Notifiers {

    private final SortedMap<Channel, Notifier> byChannel = new TreeMap<>();

    Notifiers(@All List<Notifier> plugged) {
        for (var notifier : plugged) {
            if (!notifier.providers().isEmpty() && byChannel.put(notifier.channel(), notifier) != null) {
                throw new IllegalStateException("Two notifiers for " + notifier.channel());
            }
        }
    }

    public Notifier of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel))
                .orElseThrow(() -> new IllegalStateException("No notifier for " + channel));
    }

    /// Those that have a provider, by channel.
    public Collection<Notifier> all() {
        return byChannel.values();
    }

    public Collection<Channel> channels() {
        return byChannel.keySet();
    }
}
