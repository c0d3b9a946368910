package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;
import shop.notification.recipient.Preference;
import shop.notification.recipient.Preferences;

/// Makes one notification of each event for each notifier by which it is to be told.
@ApplicationScoped
class RequestNotifications {

    private final Events events;
    private final Queue queue;
    private final Preferences preferences;
    private final Notifiers notifiers;
    private final DeliverySettings settings;
    private final Clock clock;

    RequestNotifications(
            Events events,
            Queue queue,
            Preferences preferences,
            Notifiers notifiers,
            DeliverySettings settings,
            Clock clock) {
        this.events = events;
        this.queue = queue;
        this.preferences = preferences;
        this.notifiers = notifiers;
        this.settings = settings;
        this.clock = clock;
    }

    /// Returns the requests of all these events as far as they wait for one, those of repeats too: the first
    /// telling may have been lost.
    List<NotificationRequested> request(List<News> news) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            queue.add(wanted(added(news, now), now), now);
            return queue.requestsOf(idsOf(news));
        });
    }

    /// Those that are heard for the first time, each once.
    private List<News> added(List<News> news, Instant now) {
        var heard = new HashSet<String>();
        var once = news.stream().filter(it -> heard.add(it.eventId())).toList();
        var isNew = events.add(once, now);
        return once.stream().filter(it -> isNew.contains(it.eventId())).toList();
    }

    private List<NewNotification> wanted(List<News> news, Instant now) {
        var chosen =
                preferences.of(news.stream().map(it -> it.event().customerId()).toList());
        return news.stream()
                .flatMap(it ->
                        wanted(it, Objects.requireNonNull(chosen.get(it.event().customerId())), now))
                .toList();
    }

    private Stream<NewNotification> wanted(News news, Preference preference, Instant now) {
        return notifiers.all().stream()
                .filter(it -> preference.wants(it, news.event().kind()))
                .map(it -> new NewNotification(news, it.channel(), dueAt(it.channel(), now)));
    }

    /// A channel without requests is swept.
    private Instant dueAt(Channel channel, Instant now) {
        return RequestPublisher.CHANNELS.contains(channel) ? now.plus(settings.requestOverdue()) : now;
    }

    private List<String> idsOf(List<News> news) {
        return news.stream()
                .flatMap(it -> RequestPublisher.CHANNELS.stream().map(it::notificationId))
                .distinct()
                .toList();
    }
}
