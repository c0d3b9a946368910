package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.notification.delivery.Story.SOON;
import static shop.notification.delivery.Story.subjectsTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;
import shop.notification.message.OrderEvent.OrderConfirmed;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class SweepTest {

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Sql database;

    @Inject
    RequestNotifications requestNotifications;

    @Test
    void a_customer_who_becomes_known_is_told_in_the_orders_sequence() {
        var customer = ACustomer.any();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();
        var confirmed = order.confirmed();
        broker.send(placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.WAITING);
        broker.send(confirmed);
        story.awaitState(confirmed, Channel.EMAIL, NotificationState.WAITING);

        broker.send(customer.changed(1));

        story.awaitState(confirmed, Channel.EMAIL, NotificationState.SENT);
        assertThat(subjectsTo(customer, order))
                .satisfiesExactly(
                        first -> assertThat(first).contains("We have"),
                        second -> assertThat(second).contains("confirmed"));
    }

    @Test
    void a_customer_who_stays_unknown_is_skipped_in_the_end() {
        var placed = AnOrder.of(ACustomer.any().id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.SMS, NotificationState.WAITING);

        tenMinutesPass(placed.id());

        var skipped = story.awaitState(placed, Channel.SMS, NotificationState.SKIPPED);
        assertThat(skipped.reason()).isEqualTo("customer not known");
        assertThat(skipped.nextAttemptAt()).isNull();
    }

    @Test
    void what_can_wait_waits_for_the_end_of_quiet_hours_and_nothing_else_waits_for_it() {
        var customer = story.aKnownCustomer();
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        story.chooses(customer, """
                {"quietHours": {"from": "%s", "until": "%s"}}
                """.formatted(now.minusHours(6), now.plusHours(6)));
        var order = AnOrder.of(customer.id());
        var shipped = order.shipped();

        broker.send(order.placed(), shipped);

        await().atMost(SOON).until(() -> subjectsTo(customer, order).size() == 1);
        var waiting = story.awaitState(shipped, Channel.EMAIL, NotificationState.WAITING);
        assertThat(waiting.reason()).isEqualTo("quiet hours");
        assertThat(waiting.nextAttemptAt())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(5)), Instant.now().plus(Duration.ofHours(7)));
        story.chooses(customer, "{\"channels\": {}}");
        story.awaitState(shipped, Channel.EMAIL, NotificationState.SENT);
    }

    @Test
    void what_waits_for_the_end_of_an_erased_customers_quiet_hours_is_skipped_at_once() {
        var customer = story.aKnownCustomer();
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        story.chooses(customer, """
                {"quietHours": {"from": "%s", "until": "%s"}}
                """.formatted(now.minusHours(6), now.plusHours(6)));
        var shipped = AnOrder.of(customer.id()).shipped();
        broker.send(shipped);
        story.awaitState(shipped, Channel.EMAIL, NotificationState.WAITING);

        broker.send(customer.erased(2));

        var skipped = story.awaitState(shipped, Channel.EMAIL, NotificationState.SKIPPED);
        assertThat(skipped.reason()).isEqualTo("customer erased");
    }

    @Test
    void an_erased_customer_is_told_nothing() {
        var customer = story.anErasedCustomer();
        var order = AnOrder.of(customer.id());
        var placed = order.placed();

        broker.send(placed);

        var skipped = story.awaitThat(placed, Channel.EMAIL, it -> it.state().ended());
        assertThat(skipped.state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(skipped.reason()).isEqualTo("customer erased");
        assertThat(subjectsTo(customer, order)).isEmpty();
    }

    @Test
    void a_notification_that_no_request_reached_is_sent_when_it_is_overdue() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var event = new OrderConfirmed(order.id(), customer.id(), 2, Instant.now());
        var news = new News(UUID.randomUUID().toString(), event, Instant.now());
        requestNotifications.request(List.of(news));

        database.update("UPDATE queued_notification SET due_at = now() WHERE event_id = ?", news.eventId());

        await().atMost(SOON).until(() -> subjectsTo(customer, order).size() == 1);
    }

    private void tenMinutesPass(String eventId) {
        database.update("""
                UPDATE queued_notification SET requested_at = requested_at - interval '10 min', due_at = now()
                WHERE event_id = ?
                """, eventId);
    }
}
