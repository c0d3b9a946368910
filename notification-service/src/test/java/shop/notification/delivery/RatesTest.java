package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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
    Clock clock;

    @Inject
    Sql database;

    @Inject
    Broker broker;

    @Inject
    Story story;

    @Test
    void replicas_that_take_places_of_one_provider_add_up_to_its_rate() {
        var provider = "provider-" + UUID.randomUUID();
        var before = clock.instant();

        for (int i = 0; i < 9; i++) {
            rates.lease(provider, 50);
        }
        var tenth = rates.lease(provider, 50);

        assertThat(tenth.tokens()).isEqualTo(10);
        assertThat(tenth.apart()).isEqualTo(Duration.ofMillis(20));
        assertThat(tenth.from()).isAfterOrEqualTo(before.plusMillis(9 * 200 - 1));
    }

    @Test
    void a_provider_that_rested_does_not_save_up() {
        var provider = "provider-" + UUID.randomUUID();
        rates.lease(provider, 50);
        database.update("UPDATE provider_rate SET free_at = now() - interval '1 h' WHERE provider = ?", provider);
        var before = clock.instant();

        rates.lease(provider, 50);
        var next = rates.lease(provider, 50);

        assertThat(next.from()).isAfterOrEqualTo(before.plusMillis(199));
    }

    @Test
    void a_provider_without_a_limit_gets_what_there_is() {
        var provider = "provider-" + UUID.randomUUID();

        rates.lease(provider, 0);
        var again = rates.lease(provider, 0);

        assertThat(again.apart()).isZero();
        assertThat(again.from()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void the_longest_wish_to_be_left_alone_holds_for_every_replica() {
        var provider = "provider-" + UUID.randomUUID();
        var until = clock.instant().plusSeconds(60);

        rates.pause(provider, until);
        rates.pause(provider, until.minusSeconds(30));

        assertThat(rates.lease(provider, 50).pausedUntil()).isBetween(until.minusSeconds(1), until.plusSeconds(1));
    }

    @Test
    void a_provider_that_another_replica_was_told_to_leave_alone_is_left_alone_here_and_holds_up_no_other_channel() {
        var customer = story.aKnownCustomer();
        rates.pause("SMS/" + Switchboard.NAME, clock.instant().plusSeconds(5));
        var placed = AnOrder.of(customer.id()).placed();

        broker.send(placed);

        story.awaitState(placed, Channel.EMAIL, NotificationState.SENT);
        var sent = story.awaitState(placed, Channel.SMS, NotificationState.SENT);
        assertThat(sent.endedAt()).isAfterOrEqualTo(Instant.now().minusSeconds(60));
    }
}
