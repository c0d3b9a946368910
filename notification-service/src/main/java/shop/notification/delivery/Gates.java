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
        return of(channel).stream().mapToInt(Gate::room).max().orElse(0);
    }

    Map<Channel, List<Gate>> all() {
        return byChannel;
    }

    Collection<Channel> channels() {
        return byChannel.keySet();
    }

    private Gate gate(Provider provider) {
        var perSecond = settings.perSecond().getOrDefault(provider.name(), 0);
        var key = provider.channel() + "/" + provider.name();
        var rate = new Rate(() -> rates.lease(key, perSecond), clock);
        return new Gate(provider, rate, most(perSecond), until -> rates.pause(key, until), clock);
    }

    /// No more than have a turn within half of what a lease leaves for them.
    private int most(int perSecond) {
        var seconds = settings.lease().minus(settings.sendTimeout()).toSeconds() / 2;
        return perSecond == 0 ? settings.batch() : (int) Math.clamp(perSecond * seconds, 1, settings.batch());
    }
}
