package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.notification.delivery.Story.SOON;
import static shop.notification.delivery.Story.subjectsTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;
import shop.notification.ACart;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.Broker.AnEvent;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;
import shop.notification.message.OrderEvent;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class NewsConsumerTest {

    private static final String DEAD_LETTERS = "order.orders.v1.notification-service.dlq";

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Switchboard provider;

    @Inject
    RequestNotifications requestNotifications;

    @Test
    void an_event_is_told_on_every_channel() {
        var customer = story.aKnownCustomer();
        var shipped = AnOrder.of(customer.id()).shipped();

        broker.send(shipped);

        for (var channel : List.of(Channel.EMAIL, Channel.SMS, Channel.PUSH)) {
            var told = story.awaitState(shipped, channel, NotificationState.SENT);
            assertThat(told.attempts()).isEqualTo(1);
            assertThat(told.provider()).isEqualTo(channel.equals(Channel.EMAIL) ? "smtp" : Switchboard.NAME);
        }
    }

    @Test
    void a_cart_that_is_about_to_expire_is_told_but_not_by_sms() {
        var customer = story.aKnownCustomer();
        var expiring = ACart.of(customer.id()).expiringIn(Duration.ofHours(2));

        broker.send(expiring);

        var mail = story.awaitState(expiring, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(expiring, Channel.PUSH, NotificationState.SENT);
        assertThat(mail.cartId()).isNotNull();
        assertThat(mail.orderId()).isNull();
        assertThat(mail.occurredAt()).isAfter(Instant.now().minusSeconds(600));
        assertThat(story.find(expiring, Channel.SMS)).isEmpty();
    }

    @Test
    void a_cart_that_has_expired_meanwhile_is_no_news() {
        var customer = story.aKnownCustomer();
        var expiring = ACart.of(customer.id()).expiringIn(Duration.ofSeconds(-1));

        broker.send(expiring);

        var skipped = story.awaitState(expiring, Channel.EMAIL, NotificationState.SKIPPED);
        assertThat(skipped.reason()).isEqualTo("no news any more");
    }

    @Test
    void a_customer_is_told_only_where_they_want_to_be() {
        var customer = story.aKnownCustomer();
        story.chooses(customer, """
                {"channels": {"SMS": false}, "kinds": {"OrderShipped": {"PUSH": false}}, "pushTokens": ["t-%s"]}
                """.formatted(customer.id()));
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        var shipped = order.shipped();

        broker.send(placed, shipped);

        story.awaitState(shipped, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(placed, Channel.PUSH, NotificationState.SENT);
        assertThat(story.notificationsOf(order.id()))
                .extracting(it -> it.kind().type() + " " + it.channel())
                .containsExactlyInAnyOrder("OrderPlaced EMAIL", "OrderPlaced PUSH", "OrderShipped EMAIL");
    }

    @Test
    void an_event_that_is_delivered_twice_is_told_once() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();

        broker.send(placed, placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        broker.send(placed);

        story.awaitLaterMail(customer);
        assertThat(subjectsTo(customer, order)).hasSize(1);
        assertThat(provider.taken()).containsOnlyOnce(placed.id() + ":SMS", placed.id() + ":PUSH");
    }

    @Test
    void the_events_of_an_order_are_told_in_its_sequence() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var shipped = order.shipped();

        broker.send(order.placed(), order.confirmed(), shipped);

        story.awaitState(shipped, Channel.EMAIL, NotificationState.SENT);
        assertThat(subjectsTo(customer, order))
                .satisfiesExactly(
                        first -> assertThat(first).contains("We have"),
                        second -> assertThat(second).contains("confirmed"),
                        third -> assertThat(third).contains("on its way"));
    }

    @Test
    void an_event_whose_requests_were_lost_after_the_commit_is_requested_again_when_it_is_redelivered() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        requestNotifications.request(List.of(asRead(order, placed)));

        broker.send(placed);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        story.awaitLaterMail(customer);
        assertThat(subjectsTo(customer, order)).hasSize(1);
        assertThat(broker.read("notification.email.v1", it -> placed.id().equals(idIn(it))))
                .hasSize(1);
    }

    @Test
    void an_unknown_type_is_passed_over() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());

        broker.send(order.placed().withType("OrderPraised"), order.confirmed());

        await().atMost(SOON).until(() -> story.notificationsOf(order.id()).size() == 3);
        assertThat(story.notificationsOf(order.id())).allMatch(it -> it.kind() == Kind.ORDER_CONFIRMED);
    }

    @Test
    void a_record_that_cannot_be_read_is_kept_with_its_cause_and_stops_no_other() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        var shipped = order.shipped();

        broker.send(placed, order.confirmed().withJson("{nonsense"), shipped);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(shipped, Channel.EMAIL, NotificationState.SENT);
        assertDeadLetter(order, "Unexpected character");
    }

    @Test
    void a_record_that_the_database_refuses_is_kept_with_its_cause_and_stops_no_other() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var refused = AnOrder.of("\\u0000");
        var placed = order.placed();
        var shipped = order.shipped();

        broker.send(placed, refused.confirmed(), shipped);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(shipped, Channel.EMAIL, NotificationState.SENT);
        assertDeadLetter(refused, "0x00");
    }

    @Test
    void a_customer_whom_nobody_registered_is_no_error() {
        var order = AnOrder.of(ACustomer.any().id());
        var placed = order.placed();

        broker.send(placed);

        var waiting = story.awaitState(placed, Channel.EMAIL, NotificationState.WAITING);
        assertThat(waiting.reason()).isEqualTo("customer not known yet");
        assertThat(waiting.attempts()).isZero();
    }

    private void assertDeadLetter(AnOrder order, String cause) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.read(
                                DEAD_LETTERS, it -> it.key().equals(order.id().toString())))
                        .singleElement()
                        .satisfies(it -> assertThat(Broker.header(it, "dead-letter-reason"))
                                .contains(cause)));
    }

    private static String idIn(ConsumerRecord<String, byte[]> request) {
        return Broker.header(request, "ce_id").replace(":EMAIL", "");
    }

    private static News asRead(AnOrder order, AnEvent placed) {
        var event =
                new OrderEvent.OrderPlaced(order.id(), order.customerId(), 1, Instant.now(), List.of(), "99.98", "USD");
        return new News(placed.id(), event, Instant.now());
    }
}
