package shop.notification.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;
import shop.notification.channel.Provider;
import shop.notification.channel.outbox.Copies;

/// The gates of all providers that are chosen, by channel in the order of their choice.
@Singleton
class Gates {

    private final Map<Channel, List<Gate>> byChannel = new LinkedHashMap<>();
    private final Rates rates;
    private final DeliverySettings settings;
    private final Clock clock;

    Gates(Notifiers notifiers, Copies copies, Rates rates, DeliverySettings settings, Clock clock) {
        this.rates = rates;
        this.settings = settings;
        this.clock = clock;
        notifiers
                .all()
                .forEach(it -> byChannel.put(
                        it.channel(),
                        it.providers().stream().map(copies::of).map(this::gate).toList()));
    }

    List<Gate> of(Channel channel) {
        return byChannel.getOrDefault(channel, List.of());
    }

    /// How many messages of a batch the channel's providers may be given now.
    int room(Channel channel) {
        return of(channel).stream()
                .mapToInt(it -> it.room(settings.batch()))
                .max()
                .orElse(0);
    }

    Map<Channel, List<Gate>> all() {
        return byChannel;
    }

    Collection<Channel> channels() {
        return byChannel.keySet();
    }

    private Gate gate(Provider provider) {
        var name = provider.name();
        var perSecond = settings.perSecond().getOrDefault(name, 0);
        return new Gate(provider, new Rate(() -> rates.lease(name, perSecond), clock), rates::pause, clock);
    }
}
