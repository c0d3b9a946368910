package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.notification.delivery.Story.SOON;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.Broker.AnEvent;
import shop.notification.channel.Channel;
import shop.notification.channel.Outcome;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class ChannelWorkersTest {

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Switchboard provider;

    @AfterEach
    void repair() {
        provider.repair();
    }

    @Test
    void a_provider_that_fails_holds_up_no_mail_and_gets_its_messages_when_it_is_back() {
        provider.breakDown(Channel.SMS, _ -> new Outcome.Failed("away"));
        var customer = story.aKnownCustomer();
        var placed = AnOrder.of(customer.id()).placed();

        broker.send(placed);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        var failed = story.awaitThat(placed, Channel.SMS, it -> it.attempts() >= 2);
        assertThat(failed.reason()).isEqualTo("away");
        provider.repair();
        var sent = story.awaitState(placed, Channel.SMS, NotificationState.SENT);
        assertThat(sent.reason()).isNull();
        assertThat(provider.taken()).containsOnlyOnce(placed.id() + ":SMS");
    }

    @Test
    void a_provider_that_does_not_answer_holds_up_no_mail() {
        var answers = new CountDownLatch(1);
        provider.breakDown(Channel.SMS, _ -> waitFor(answers));
        var customer = story.aKnownCustomer();
        var placed = AnOrder.of(customer.id()).placed();
        var other = AnOrder.of(customer.id()).placed();

        broker.send(placed);
        story.awaitState(placed, Channel.SMS, NotificationState.SENDING);
        broker.send(other);

        story.awaitState(other, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(other, Channel.PUSH, NotificationState.SENT);
        assertThat(story.notification(placed, Channel.SMS).state()).isEqualTo(NotificationState.SENDING);
        answers.countDown();
        story.awaitState(other, Channel.SMS, NotificationState.SENT);
    }

    @Test
    void a_message_waits_for_the_earlier_one_of_its_order() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        var confirmed = order.confirmed();
        provider.breakDown(
                Channel.PUSH,
                it -> it.notificationId().startsWith(placed.id())
                        ? new Outcome.Failed("away")
                        : new Outcome.Accepted("out of order"));

        broker.send(placed, confirmed);
        story.awaitState(confirmed, Channel.EMAIL, NotificationState.SENT);
        story.awaitThat(placed, Channel.PUSH, it -> it.attempts() >= 2);

        assertThat(story.notification(confirmed, Channel.PUSH).attempts()).isZero();
        provider.repair();
        story.awaitState(placed, Channel.PUSH, NotificationState.SENT);
        assertThat(story.notification(confirmed, Channel.PUSH).providerMessageId())
                .isNotEqualTo("out of order");
    }

    @Test
    void what_a_provider_refuses_is_dead() {
        provider.breakDown(Channel.SMS, _ -> new Outcome.Refused("blocked"));
        var customer = story.aKnownCustomer();
        var placed = AnOrder.of(customer.id()).placed();

        broker.send(placed);

        var dead = story.awaitState(placed, Channel.SMS, NotificationState.DEAD);
        assertThat(dead.reason()).isEqualTo("blocked");
    }

    @Test
    void something_that_is_no_address_is_dead_and_its_reason_does_not_repeat_it() {
        var customer = ACustomer.any();
        broker.send(customer.changed(1, "no address"));
        var placed = AnOrder.of(customer.id()).placed();

        broker.send(placed);

        var dead = story.awaitState(placed, Channel.EMAIL, NotificationState.DEAD);
        assertThat(dead.reason()).isEqualTo("not an e-mail address");
    }

    @Test
    void a_notifier_that_breaks_stops_no_worker() {
        var customer = story.aKnownCustomer();
        var placed = AnOrder.of(customer.id()).placed();
        provider.breakDown(Channel.SMS, _ -> {
            throw new IllegalStateException("bug");
        });

        broker.send(placed);
        story.awaitThat(placed, Channel.SMS, it -> it.attempts() >= 1);
        provider.repair();

        story.awaitState(placed, Channel.SMS, NotificationState.SENT);
    }

    @Test
    void a_request_that_cannot_be_read_or_asked_for_is_kept_and_stops_no_other() {
        var customer = story.aKnownCustomer();
        var placed = AnOrder.of(customer.id()).placed();

        broker.send(
                request(customer, "{nonsense"),
                request(customer, "{}"),
                request(customer, "{\"notificationId\":\"\\u0000\"}"),
                request(customer, "[]").withType("NotificationPraised"));
        broker.send(placed);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.read(
                                "notification.email.v1.notification-service.dlq",
                                it -> it.key().equals(customer.id())))
                        .hasSize(3));
    }

    @Test
    void a_request_that_comes_again_or_late_sends_nothing() {
        var customer = story.aKnownCustomer();
        var placed = AnOrder.of(customer.id()).placed();
        broker.send(placed);
        var sent = story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);

        broker.send(
                request(customer, "{\"notificationId\":\"%s\"}".formatted(sent.notificationId())),
                request(customer, "{\"notificationId\":\"%s:EMAIL\"}".formatted(UUID.randomUUID())));

        story.awaitLaterMail(customer);
        assertThat(story.notification(placed, Channel.EMAIL).attempts()).isEqualTo(1);
    }

    private static AnEvent request(ACustomer customer, String json) {
        return AnEvent.of("notification.email.v1", customer.id(), "NotificationRequested", json);
    }

    private static Outcome waitFor(CountDownLatch answers) {
        try {
            answers.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Outcome.Accepted("late");
    }
}
