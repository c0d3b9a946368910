package shop.notification.channel;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The notifiers that are plugged in, one per channel.
@Singleton
public class Notifiers {

    private final Map<Channel, Notifier> byChannel = new EnumMap<>(Channel.class);

    Notifiers(@All List<Notifier> plugged) {
        for (var notifier : plugged) {
            if (byChannel.put(notifier.channel(), notifier) != null) {
                throw new IllegalStateException("Two notifiers for " + notifier.channel());
            }
        }
    }

    public Notifier of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel))
                .orElseThrow(() -> new IllegalStateException("No notifier for " + channel));
    }
}
