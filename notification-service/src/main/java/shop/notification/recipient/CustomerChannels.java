package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifier;
import shop.notification.channel.Notifiers;

/// The channels on which customers are told something.
@ApplicationScoped
class CustomerChannels {

    private final Notifiers notifiers;

    CustomerChannels(Notifiers notifiers) {
        this.notifiers = notifiers;
    }

    /// Those that customers can choose now.
    List<Channel> known() {
        return notifiers.all().stream()
                .filter(Notifier::isForCustomers)
                .map(Notifier::channel)
                .toList();
    }

    /// Those, and the ones that only have no provider now.
    SortedSet<Channel> possible() {
        var channels = new TreeSet<>(List.of(Channel.EMAIL, Channel.SMS, Channel.PUSH));
        channels.addAll(known());
        return channels;
    }
}
