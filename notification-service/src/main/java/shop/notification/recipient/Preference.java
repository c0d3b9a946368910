package shop.notification.recipient;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shop.notification.channel.Channel;

/// Which channels a customer wants.
///
/// @param version 0 as long as the customer has chosen nothing: then every channel is on
public record Preference(String customerId, Set<Channel> off, long version) {

    static Preference byDefault(String customerId) {
        return new Preference(customerId, Set.of(), 0);
    }

    public boolean wants(Channel channel) {
        return !off.contains(channel);
    }

    /// Every channel with whether it is on.
    Map<Channel, Boolean> channels() {
        return Arrays.stream(Channel.values())
                .collect(Collectors.toMap(it -> it, this::wants, (a, _) -> a, () -> new EnumMap<>(Channel.class)));
    }

    static Set<Channel> offIn(Map<Channel, Boolean> channels) {
        var off = EnumSet.noneOf(Channel.class);
        channels.forEach((channel, on) -> {
            if (!on) {
                off.add(channel);
            }
        });
        return off;
    }
}
