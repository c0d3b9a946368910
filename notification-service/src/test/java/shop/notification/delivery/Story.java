package shop.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import shop.local.test.TestServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.Broker.AnEvent;
import shop.notification.channel.Channel;
import shop.notification.recipient.Recipient;
import shop.notification.recipient.Recipients;

/// What the tests of this package do again and again.
@ApplicationScoped
class Story {

    static final Duration SOON = Duration.ofSeconds(40);

    private final Broker broker;
    private final Notifications notifications;
    private final Recipients recipients;

    Story(Broker broker, Notifications notifications, Recipients recipients) {
        this.broker = broker;
        this.notifications = notifications;
        this.recipients = recipients;
    }

    ACustomer aKnownCustomer() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1));
        await().atMost(SOON).until(() -> recipients.of(List.of(customer.id())).size() == 1);
        chooses(customer, "{\"pushTokens\": [\"token-of-%s\"]}".formatted(customer.id()));
        return customer;
    }

    /// Sets what the customer wants, as the body of `PUT .../preferences`.
    void chooses(ACustomer customer, String preferences) {
        given().contentType("application/json")
                .body(preferences)
                .put("/api/v1/customers/%s/preferences".formatted(customer.id()))
                .then()
                .statusCode(200);
    }

    ACustomer anErasedCustomer() {
        var customer = aKnownCustomer();
        broker.send(customer.erased(2));
        await().atMost(SOON)
                .until(() ->
                        recipients.of(List.of(customer.id())).values().stream().allMatch(Recipient::erased));
        return customer;
    }

    List<Notification> notificationsOf(UUID orderId) {
        return notifications.list(NotificationFilter.of(orderId, null, null, null), 200);
    }

    Notification notification(AnEvent event, Channel channel) {
        return notifications.find(event.id() + ":" + channel).orElseThrow();
    }

    Optional<Notification> find(AnEvent event, Channel channel) {
        return notifications.find(event.id() + ":" + channel);
    }

    /// Waits until the notification is as wanted.
    Notification awaitThat(AnEvent event, Channel channel, Predicate<Notification> wanted) {
        await().atMost(SOON)
                .until(() -> notifications
                        .find(event.id() + ":" + channel)
                        .filter(wanted)
                        .isPresent());
        return notification(event, channel);
    }

    Notification awaitState(AnEvent event, Channel channel, NotificationState state) {
        return awaitThat(event, channel, it -> it.state() == state);
    }

    /// Sends one more order of the customer and waits for its mail: whatever was sent before has been worked off
    /// then.
    void awaitLaterMail(ACustomer customer) {
        var later = AnOrder.of(customer.id()).placed();
        broker.send(later);
        awaitState(later, Channel.EMAIL, NotificationState.SENT);
    }

    static List<String> subjectsTo(ACustomer customer, AnOrder order) {
        return TestServers.mailbox().mails(customer.email()).stream()
                .map(it -> it.subject())
                .filter(it -> it.contains(order.id().toString()))
                .toList();
    }
}
