package shop.load.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import shop.load.measure.Latencies;

/// What was told to the service, and what the providers took of it: which notification, how often, and when.
final class Book {

    private final Map<String, Instant> events = new ConcurrentHashMap<>();
    private final Map<String, List<Instant>> accepted = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> acceptedOnChannel = new ConcurrentHashMap<>();

    /// A notification that providers took.
    ///
    /// @param at when, in the order in which they did
    record Entry(String notificationId, List<Instant> at) {}

    void told(OrderEvent event, Instant at) {
        events.put(event.eventId(), at);
    }

    void accepted(String notificationId, Instant at) {
        var times = accepted.merge(
                notificationId,
                List.of(at),
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).sorted().toList());
        if (times.size() == 1) {
            acceptedOnChannel
                    .computeIfAbsent(channelOf(notificationId), _ -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    int events() {
        return events.size();
    }

    /// Notifications that were taken, each counted once.
    int accepted() {
        return accepted.size();
    }

    int accepted(String channel) {
        var count = acceptedOnChannel.get(channel);
        return count == null ? 0 : count.get();
    }

    /// Those of these channels that no provider has taken.
    List<String> missing(Collection<String> channels) {
        return events.keySet().stream()
                .flatMap(event -> channels.stream().map(it -> event + ":" + it))
                .filter(it -> !accepted.containsKey(it))
                .toList();
    }

    /// Those that nobody has asked for.
    List<String> unwanted() {
        return accepted.keySet().stream()
                .filter(it -> !events.containsKey(eventOf(it)))
                .toList();
    }

    List<Entry> acceptedMoreThanOnce() {
        return accepted.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> new Entry(it.getKey(), it.getValue()))
                .toList();
    }

    /// From the event's own time until a provider took it last: an answer that was lost is not known to the service.
    Latencies sinceEvent(String channel) {
        return Latencies.of(accepted.entrySet().stream()
                .filter(it -> channelOf(it.getKey()).equals(channel) && events.containsKey(eventOf(it.getKey())))
                .map(it -> Duration.between(
                                Objects.requireNonNull(events.get(eventOf(it.getKey()))),
                                it.getValue().getLast())
                        .toNanos())
                .toList());
    }

    private static String eventOf(String notificationId) {
        return notificationId.substring(0, notificationId.lastIndexOf(':'));
    }

    private static String channelOf(String notificationId) {
        return notificationId.substring(notificationId.lastIndexOf(':') + 1);
    }
}
