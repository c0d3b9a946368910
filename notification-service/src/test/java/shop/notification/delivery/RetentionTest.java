package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.Broker.AnEvent;
import shop.notification.channel.Channel;
import shop.notification.message.OrderEvent.OrderConfirmed;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class RetentionTest {

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Retention retention;

    @Inject
    RequestNotifications requestNotifications;

    @Inject
    Sql database;

    @Test
    void what_was_told_is_forgotten_after_ninety_days_and_not_a_day_before() {
        var customer = story.aKnownCustomer();
        var old = AnOrder.of(customer.id()).placed();
        var young = AnOrder.of(customer.id()).placed();
        broker.send(old, young);
        story.awaitState(old, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(young, Channel.EMAIL, NotificationState.SENT);
        age(old, 91);
        age(young, 89);

        retention.deleteOld();

        assertThat(story.find(old, Channel.EMAIL)).isEmpty();
        assertThat(isKept(old)).isFalse();
        assertThat(story.find(young, Channel.EMAIL)).isPresent();
        assertThat(isKept(young)).isTrue();
    }

    @Test
    void what_is_still_on_its_way_is_kept_however_old_it_is() {
        var waiting = AnOrder.of("nobody-knows").placed();
        broker.send(waiting);
        story.awaitState(waiting, Channel.EMAIL, NotificationState.WAITING);
        age(waiting, 91);

        retention.deleteOld();

        assertThat(isKept(waiting)).isTrue();
    }

    @Test
    void what_nobody_sends_any_more_ends_at_the_deadline() {
        var customer = story.aKnownCustomer();
        var order = AnOrder.of(customer.id());
        var event = new OrderConfirmed(order.id(), customer.id(), 2, Instant.now());
        var news = new News(UUID.randomUUID().toString(), event, Instant.now());
        requestNotifications.request(List.of(news));
        database.update("""
                UPDATE queued_notification
                SET channel = 'FAX', created_at = created_at - interval '25 h', sendable_at = sendable_at - interval '25 h',
                    requested_at = requested_at - interval '25 h'
                WHERE notification_id = ?
                """, news.notificationId(Channel.SMS));

        retention.endOverdue();

        var sql = "SELECT state, reason FROM notification WHERE notification_id = ?";
        assertThat(database.query(
                        sql, row -> row.getString(1) + " " + row.getString(2), news.notificationId(Channel.SMS)))
                .containsExactly("DEAD deadline over: not sent");
    }

    private void age(AnEvent event, int days) {
        database.update(
                "UPDATE event SET read_at = read_at - ? * interval '1 day' WHERE event_id = ?", days, event.id());
        database.update(
                "UPDATE ended_notification SET created_at = created_at - ? * interval '1 day' WHERE event_id = ?",
                days,
                event.id());
    }

    private boolean isKept(AnEvent event) {
        return database.first("SELECT 1 FROM event WHERE event_id = ?", row -> row.getInt(1), event.id())
                .isPresent();
    }
}
