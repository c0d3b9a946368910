package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.notification.ACustomer;
import shop.notification.AnOrder;
import shop.notification.Broker.AnEvent;
import shop.notification.channel.Channel;
import shop.notification.delivery.Result.Fate;
import shop.notification.message.OrderEvent.OrderConfirmed;

/// Notifications here are stored, but never requested: no worker is after them, and the sweep not within the
/// test.
@QuarkusTest
@WithServers(database = "notification", mailbox = true)
class ClaimsTest {

    @Inject
    Claims claims;

    @Inject
    RequestNotifications requestNotifications;

    @Inject
    Sql database;

    @Inject
    Archive archive;

    @Inject
    Story story;

    @Test
    void of_many_workers_who_ask_at_once_one_gets_a_notification() throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            ids.add(stored(AnOrder.of(ACustomer.any().id()).confirmed(), UUID.randomUUID(), 1));
        }

        var claimed = eightTimesAtOnce(() -> {
            var first = claims.requested(Channel.EMAIL, ids, 500);
            var again = claims.requested(Channel.EMAIL, ids, 500);
            return Stream.concat(first.stream(), again.stream()).toList();
        });

        assertThat(claimed.stream().map(Claim::notificationId)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_worker_whose_lease_was_given_to_another_changes_nothing_any_more() {
        var id = stored(AnOrder.of("ann").confirmed(), UUID.randomUUID(), 1);
        var claim = claims.requested(Channel.EMAIL, List.of(id), 1).getFirst();
        database.update("UPDATE queued_notification SET lease = lease + interval '1 s' WHERE notification_id = ?", id);

        archive.end(List.of(sent(claim)), Instant.now());
        archive.goOn(List.of(Result.unasked(claim, new Fate.Retry(Instant.now()), "busy")));

        assertThat(stateOf(id)).isEqualTo("SENDING");
    }

    @Test
    void a_worker_whose_lease_runs_is_left_alone() {
        var id = stored(AnOrder.of("ann").confirmed(), UUID.randomUUID(), 1);
        claims.requested(Channel.EMAIL, List.of(id), 1);

        claims.takeBack(Channel.EMAIL);

        assertThat(stateOf(id)).isEqualTo("SENDING");
    }

    @Test
    void a_message_is_not_given_out_before_the_earlier_one_of_its_order() {
        var order = UUID.randomUUID();
        var first = stored(AnOrder.of("ann").placed(), order, 1);
        var second = stored(AnOrder.of("ann").confirmed(), order, 2);

        var early = claims.requested(Channel.EMAIL, List.of(second), 1);
        var together = claims.requested(Channel.EMAIL, List.of(second, first), 2);

        assertThat(early).isEmpty();
        assertThat(together).extracting(Claim::notificationId).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void what_waits_for_an_earlier_message_becomes_due_with_it() {
        var order = UUID.randomUUID();
        var first = stored(AnOrder.of("ann").placed(), order, 1);
        var second = stored(AnOrder.of("ann").confirmed(), order, 2);
        var until = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.MILLIS);

        QuarkusTransaction.requiringNew()
                .run(
                        () -> { // Not to be seen by the sweep of the application.
                            dueAt(first, until);
                            dueAt(second, Instant.now().minusSeconds(1));
                            claims.postpone(Channel.EMAIL);
                        });

        var sql = "SELECT due_at FROM notification WHERE notification_id = ?";
        assertThat(database.query(sql, row -> Sql.instant(row, "due_at"), second))
                .containsExactly(until);
    }

    @Test
    void where_there_is_room_for_one_the_earlier_message_of_an_order_gets_it_however_late_it_became_due() {
        var order = UUID.randomUUID();
        var first = stored(AnOrder.of("ann").placed(), order, 1);
        var second = stored(AnOrder.of("ann").confirmed(), order, 2);

        var claimed = QuarkusTransaction.requiringNew()
                .call(
                        () -> { // Not to be seen by the sweep of the application.
                            dueAt(second, Instant.now().minusSeconds(120));
                            dueAt(first, Instant.now().minusSeconds(60));
                            claims.postpone(Channel.EMAIL);
                            return claims.due(Channel.EMAIL, 1);
                        });

        assertThat(claimed).extracting(Claim::notificationId).containsExactly(first);
    }

    @Test
    void what_a_dead_worker_held_is_sent_again_where_configured_so() {
        var customer = story.aKnownCustomer();
        var event = AnOrder.of(customer.id()).confirmed();
        var id = stored(event, customer.id(), UUID.randomUUID(), 1);
        claims.requested(Channel.EMAIL, List.of(id), 1);

        leaseRunsOut(id);

        story.awaitState(event, Channel.EMAIL, NotificationState.SENT);
    }

    @Test
    void what_a_dead_worker_held_is_given_up_where_configured_so() {
        var id = stored(AnOrder.of("ann").confirmed(), UUID.randomUUID(), 1);
        var claim = claims.requested(Channel.EMAIL, List.of(id), 1).getFirst();
        archive.goOn(List.of(Result.asking(claim)));

        QuarkusTransaction.requiringNew()
                .run(
                        () -> { // The sweep of the application would send it again.
                            leaseRunsOut(id);
                            claims.giveUp(Channel.EMAIL);
                        });

        assertThat(stateOf(id)).isEqualTo("DEAD");
    }

    @Test
    void what_a_dead_worker_had_asked_nobody_for_is_not_given_up() {
        var id = stored(AnOrder.of("ann").confirmed(), UUID.randomUUID(), 1);
        claims.requested(Channel.EMAIL, List.of(id), 1);

        var state = QuarkusTransaction.requiringNew()
                .call(
                        () -> { // The application would give it to another worker.
                            leaseRunsOut(id);
                            claims.giveUp(Channel.EMAIL);
                            return stateOf(id);
                        });

        assertThat(state).isEqualTo("RETRY");
    }

    @Test
    void what_a_provider_took_is_recorded_even_after_the_lease_where_no_other_worker_has_it_yet() {
        var id = stored(AnOrder.of("ann").confirmed(), UUID.randomUUID(), 1);
        var claim = claims.requested(Channel.EMAIL, List.of(id), 1).getFirst();

        var recorded = QuarkusTransaction.requiringNew()
                .call(
                        () -> { // The application would give it to another worker.
                            leaseRunsOut(id);
                            claims.takeBack(Channel.EMAIL);
                            return archive.end(List.of(sent(claim)), Instant.now());
                        });

        assertThat(recorded).containsExactly(id);
        assertThat(stateOf(id)).isEqualTo("SENT");
    }

    @Test
    void the_database_knows_no_other_state() {
        var id = stored(AnOrder.of("ann").confirmed(), UUID.randomUUID(), 1);

        assertThatThrownBy(() ->
                        database.update("UPDATE queued_notification SET state = 'SENT' WHERE notification_id = ?", id))
                .hasMessageContaining("unfinished_state");
    }

    private static Result sent(Claim claim) {
        return new Result(claim, new Fate.Sent("message-1", Instant.now(), Instant.now()), 1, null, "smtp");
    }

    private String stored(AnEvent event, UUID orderId, int sequence) {
        return stored(event, "ann", orderId, sequence);
    }

    private String stored(AnEvent event, String customerId, UUID orderId, int sequence) {
        var news =
                new News(event.id(), new OrderConfirmed(orderId, customerId, sequence, Instant.now()), Instant.now());
        requestNotifications.request(List.of(news));
        return news.notificationId(Channel.EMAIL);
    }

    private void leaseRunsOut(String id) {
        dueAt(id, Instant.now().minusSeconds(1));
    }

    private void dueAt(String id, Instant time) {
        database.update("UPDATE queued_notification SET due_at = ? WHERE notification_id = ?", time, id);
    }

    private String stateOf(String id) {
        var sql = "SELECT state FROM notification WHERE notification_id = ?";
        return database.query(sql, row -> row.getString("state"), id).getFirst();
    }

    private static <T> List<T> eightTimesAtOnce(Callable<List<T>> action) throws Exception {
        var barrier = new CyclicBarrier(8);
        Callable<List<T>> together = () -> {
            barrier.await();
            return action.call();
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(Collections.nCopies(8, together))) {
                results.addAll(result.get());
            }
            return results;
        }
    }
}
