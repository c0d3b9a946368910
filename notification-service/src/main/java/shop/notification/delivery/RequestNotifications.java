package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.notification.channel.Channel;
import shop.notification.message.Message;
import shop.notification.recipient.Preferences;

/// Makes one notification of each event for each channel that the customer wants.
@ApplicationScoped
class RequestNotifications {

    private final Notifications notifications;
    private final Preferences preferences;
    private final DeliverySettings settings;
    private final Clock clock;

    RequestNotifications(Notifications notifications, Preferences preferences, DeliverySettings settings, Clock clock) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.settings = settings;
        this.clock = clock;
    }

    /// Returns the requests of all these events as they are stored, those of repeats too: the first telling may have
    /// been
    /// lost.
    List<NotificationRequested> request(List<OrderNews> news) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            notifications.add(wanted(news), now, now.plus(settings.requestOverdue()));
            var stored = notifications.requests(idsOf(news));
            return idsOf(news).stream()
                    .flatMap(it -> Optional.ofNullable(stored.get(it)).stream())
                    .toList();
        });
    }

    private List<NewNotification> wanted(List<OrderNews> news) {
        var chosen =
                preferences.of(news.stream().map(it -> it.event().customerId()).toList());
        var wanted = new ArrayList<NewNotification>();
        for (var one : news) {
            var message = Message.about(one.event());
            var preference = chosen.get(one.event().customerId());
            Arrays.stream(Channel.values())
                    .filter(it -> preference == null || preference.wants(it))
                    .forEach(it -> wanted.add(new NewNotification(one, it, message)));
        }
        return wanted;
    }

    private static List<String> idsOf(List<OrderNews> news) {
        return news.stream()
                .flatMap(it -> Stream.of(Channel.values()).map(it::notificationId))
                .distinct()
                .toList();
    }
}
