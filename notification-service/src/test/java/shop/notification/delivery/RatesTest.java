package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.AnOrder;
import shop.notification.Broker;
import shop.notification.channel.Channel;

@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class RatesTest {

    @Inject
    Rates rates;

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Inject
    Sql database;

    @AfterEach
    void lift() {
        QuarkusTransaction.requiringNew().run(() -> database.update("DELETE FROM channel_rate"));
    }

    @Test
    void batches_of_all_replicas_add_up_to_the_rate() {
        var seconds = QuarkusTransaction.requiringNew().call(() -> {
            freeIn("SMS", "0");
            rates.take(Channel.SMS, 100);
            rates.take(Channel.SMS, 25);
            return secondsUntilFree("SMS");
        });

        assertThat(seconds).isEqualTo(2.5); // at 50 a second
    }

    @Test
    void a_provider_that_rested_does_not_save_up() {
        var seconds = QuarkusTransaction.requiringNew().call(() -> {
            freeIn("SMS", "-1000");
            rates.take(Channel.SMS, 50);
            return secondsUntilFree("SMS");
        });

        assertThat(seconds).isEqualTo(1.0);
    }

    @Test
    void nothing_is_sent_before_the_channel_is_free_and_no_other_channel_waits() {
        QuarkusTransaction.requiringNew().run(() -> freeIn("SMS", "3600"));
        var placed = AnOrder.of(story.aKnownCustomer().id()).placed();

        broker.send(placed);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        story.awaitState(placed, Channel.PUSH, NotificationState.SENT);
        assertThat(story.notification(placed, Channel.SMS).state()).isEqualTo(NotificationState.PENDING);
        lift();
        story.awaitState(placed, Channel.SMS, NotificationState.SENT);
    }

    private void freeIn(String channel, String seconds) {
        database.update("""
                INSERT INTO channel_rate (channel, free_at) VALUES (?, now() + ?::numeric * interval '1 second')
                ON CONFLICT (channel) DO UPDATE SET free_at = EXCLUDED.free_at
                """, channel, seconds);
    }

    private double secondsUntilFree(String channel) {
        var sql = "SELECT extract(epoch FROM free_at - now()) FROM channel_rate WHERE channel = ?";
        return database.first(sql, row -> row.getDouble(1), channel).orElseThrow();
    }
}
