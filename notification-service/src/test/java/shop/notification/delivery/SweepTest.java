package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.notification.delivery.Story.subjectsTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class SweepTest {

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Sql database;

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
        var placed = AnOrder.of(customer.id()).placed();
        broker.send(placed);
        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);

        database.update(
                "UPDATE notification SET state = 'PENDING', due_at = now() WHERE notification_id = ?",
                placed.id() + ":EMAIL");

        story.awaitThat(placed, Channel.EMAIL, it -> it.attempts() == 2 && it.state() == NotificationState.SENT);
    }

    private void tenMinutesPass(String eventId) {
        database.update("""
                UPDATE notification SET requested_at = requested_at - interval '10 min', due_at = now()
                WHERE event_id = ?
                """, eventId);
    }
}
