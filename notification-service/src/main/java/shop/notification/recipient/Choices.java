package shop.notification.recipient;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifier;
import shop.notification.message.Kind;

/// What a customer can choose.
///
/// @param off channels on which they are told nothing
/// @param kinds exceptions from what a notifier tells by itself: on or off, by kind and channel
/// @param quietHours in which nothing is told that can wait, in the time zone; null where there are none
record Choices(
        Set<Channel> off,
        Map<Kind, Map<Channel, Boolean>> kinds,
        @Nullable QuietHours quietHours,
        ZoneId timeZone,
        Locale language) {

    static final Choices DEFAULT = new Choices(Set.of(), Map.of(), null, ZoneId.of("UTC"), Locale.ENGLISH);

    boolean want(Notifier notifier, Kind kind) {
        var channel = notifier.channel();
        if (off.contains(channel)) {
            return false;
        }
        var exception = kinds.getOrDefault(kind, Map.of()).get(channel);
        return exception == null ? notifier.tells(kind) : exception;
    }

    /// The same, but with no reminder of carts on any of these channels.
    Choices withoutReminders(Collection<Channel> channels) {
        var changed = new EnumMap<Kind, Map<Channel, Boolean>>(Kind.class);
        changed.putAll(kinds);
        for (var kind : Kind.values()) {
            if (kind.isReminder()) {
                changed.put(kind, allOff(changed.getOrDefault(kind, Map.of()), channels));
            }
        }
        return new Choices(off, changed, quietHours, timeZone, language);
    }

    private static Map<Channel, Boolean> allOff(Map<Channel, Boolean> before, Collection<Channel> channels) {
        var after = new TreeMap<>(before);
        after.replaceAll((_, _) -> false);
        channels.forEach(it -> after.put(it, false));
        return after;
    }

    /// Each of these channels with whether it is on.
    Map<Channel, Boolean> channels(Collection<Channel> known) {
        return known.stream().collect(Collectors.toMap(it -> it, it -> !off.contains(it), (a, _) -> a, TreeMap::new));
    }

    /// The exceptions on these channels.
    Map<Kind, Map<Channel, Boolean>> kinds(Collection<Channel> known) {
        var shown = new EnumMap<Kind, Map<Channel, Boolean>>(Kind.class);
        kinds.forEach((kind, exceptions) -> {
            var ofKnown = new TreeMap<>(exceptions);
            ofKnown.keySet().retainAll(known);
            if (!ofKnown.isEmpty()) {
                shown.put(kind, ofKnown);
            }
        });
        return shown;
    }
}
