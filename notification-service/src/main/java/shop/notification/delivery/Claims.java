package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// Who may send a notification, by compare-and-set on its state: of many who ask, one gets it.
///
/// A message is not given out while an earlier one of its story is unfinished on the same channel, unless both
/// are given out together; so a customer reads an order's story in its order. (Those of a customer who is not
/// known yet block nothing, as they all come to wait; nor does one that waits for the end of quiet hours, as what
/// overtakes it must not wait.)
@ApplicationScoped
class Claims {

    private static final String CLAIM = """
            WITH free AS MATERIALIZED (%s FOR UPDATE OF q SKIP LOCKED)
            UPDATE queued_notification n SET
                state = 'SENDING', due_at = lease.until, lease = lease.until, asking = false,
                sendable_at = CASE WHEN n.state = 'WAITING' THEN n.due_at ELSE n.sendable_at END
            FROM free JOIN event e USING (event_id), (SELECT ?::timestamptz AS until) lease
            WHERE n.notification_id = free.notification_id
              AND NOT EXISTS (
                SELECT FROM queued_notification earlier
                WHERE earlier.story_id = n.story_id AND earlier.channel = n.channel AND earlier.sequence < n.sequence
                  AND earlier.notification_id NOT IN (SELECT notification_id FROM free)
                  AND (earlier.state <> 'WAITING' OR earlier.due_at <= now()
                    OR earlier.held = 'CUSTOMER'
                    AND EXISTS (SELECT FROM recipient r WHERE r.customer_id = n.customer_id)))
            RETURNING n.*, e.facts, EXISTS (SELECT FROM recipient r WHERE r.customer_id = n.customer_id) AS customer_known
            """;

    private static final String REQUESTED = CLAIM.formatted("""
            SELECT q.notification_id, q.event_id FROM unnest(?::text[]) AS wanted (notification_id)
            JOIN queued_notification q USING (notification_id)
            WHERE q.channel = ? AND q.state = 'PENDING' LIMIT ?
            """);

    private static final String DUE = CLAIM.formatted("""
            SELECT q.notification_id, q.event_id FROM queued_notification q
            WHERE q.channel = ? AND q.due_at <= ? AND q.state <> 'SENDING'
            ORDER BY q.due_at, q.sequence LIMIT ?
            """);

    /// What is due before an earlier message of its story: it becomes due with that one, even where both are due
    /// by now. Else it would stand first where there is room for one only, and nothing would be given out. Looks
    /// at the next few only: behind a slow provider a great many may be due.
    private static final String POSTPONE = """
            WITH next AS MATERIALIZED (
                SELECT notification_id, story_id, channel, sequence, due_at FROM queued_notification
                WHERE channel = ? AND due_at <= ? AND state IN ('PENDING', 'RETRY')
                ORDER BY due_at, sequence LIMIT ?)
            UPDATE queued_notification n SET due_at = blocked.until
            FROM (
                SELECT next.notification_id, max(earlier.due_at) AS until
                FROM next
                JOIN queued_notification earlier ON earlier.story_id = next.story_id AND earlier.channel = next.channel
                  AND earlier.sequence < next.sequence
                WHERE earlier.due_at > next.due_at AND earlier.state IN ('PENDING', 'RETRY')
                GROUP BY next.notification_id) blocked
            WHERE n.notification_id = blocked.notification_id AND n.state IN ('PENDING', 'RETRY')
            """;
    private static final int BATCHES_AHEAD = 10;

    private static final String WORKER_DIED = "worker died while sending";

    private final Sql database;
    private final DeliverySettings settings;
    private final Clock clock;

    Claims(Sql database, DeliverySettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /// Of these, at most so many that nobody has taken yet.
    List<Claim> requested(Channel channel, Collection<String> notificationIds, int most) {
        return database.query(REQUESTED, Claims::claim, Column.ofTexts(notificationIds), channel.name(), most, lease());
    }

    /// At most so many of what is to be looked at again by now, the longest due first.
    List<Claim> due(Channel channel, int most) {
        return database.query(DUE, Claims::claim, channel.name(), clock.instant(), most, lease());
    }

    /// Keeps what must wait for another message out of the way of what is due; returns how many that are.
    int postpone(Channel channel) {
        return database.update(POSTPONE, channel.name(), clock.instant(), BATCHES_AHEAD * settings.batch());
    }

    /// Takes claims back whose worker has died, to be tried again: perhaps it had sent them, perhaps not.
    int takeBack(Channel channel) {
        return takeBack("channel = ?", channel);
    }

    /// Ends claims whose worker has died while a provider had them, and takes the others back.
    int giveUp(Channel channel) {
        var sql = """
                WITH gone AS (
                    DELETE FROM queued_notification WHERE channel = ? AND state = 'SENDING' AND due_at <= ? AND asking
                    RETURNING *)
                INSERT INTO ended_notification (%s, state, attempts, reason, provider, sendable_at, ended_at)
                SELECT %s, 'DEAD', attempts, ?, provider, sendable_at, ? FROM gone
                """.formatted(Archive.KEPT, Archive.KEPT);
        var now = clock.instant();
        return database.update(sql, channel.name(), now, "perhaps sent: " + WORKER_DIED, now)
                + takeBack("channel = ? AND NOT asking", channel);
    }

    private int takeBack(String which, Channel channel) {
        var sql = """
                UPDATE queued_notification SET state = 'RETRY', due_at = ?, reason = ?
                WHERE %s AND state = 'SENDING' AND due_at <= ?
                """.formatted(which);
        var now = clock.instant();
        return database.update(sql, now, WORKER_DIED, channel.name(), now);
    }

    /// Makes due what waits for a customer who is known by now; returns how many notifications that are.
    int wake(Channel channel) {
        var sql = """
                UPDATE queued_notification q SET due_at = ?
                WHERE q.state = 'WAITING' AND q.held = 'CUSTOMER' AND q.channel = ? AND q.due_at > ?
                  AND EXISTS (SELECT FROM recipient r WHERE r.customer_id = q.customer_id)
                """;
        var now = clock.instant();
        return database.update(sql, now, channel.name(), now);
    }

    /// Makes due what waits for the end of these customers' quiet hours; returns how many notifications that are.
    int wake(Collection<String> customerIds) {
        var sql = """
                UPDATE queued_notification q SET due_at = ?
                FROM unnest(?::text[]) AS woken (customer_id)
                WHERE q.customer_id = woken.customer_id AND q.state = 'WAITING' AND q.held = 'QUIET_HOURS' AND q.due_at > ?
                """;
        var now = clock.instant();
        return database.update(sql, now, Column.ofTexts(customerIds), now);
    }

    /// As exact as the database keeps it: it is compared for equality.
    private Instant lease() {
        return clock.instant().plus(settings.lease()).truncatedTo(ChronoUnit.MICROS);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("notification_id"),
                row.getString("event_id"),
                Kind.named(row.getString("kind")),
                new Channel(row.getString("channel")),
                row.getString("customer_id"),
                row.getBoolean("customer_known"),
                row.getObject("story_id", UUID.class),
                row.getInt("sequence"),
                row.getInt("attempts"),
                hold(row.getString("held")),
                instant(row, "occurred_at"),
                instant(row, "requested_at"),
                instant(row, "sendable_at"),
                instant(row, "due_at"),
                row.getString("facts"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column));
    }

    private static @Nullable Hold hold(@Nullable String name) {
        return name == null ? null : Hold.valueOf(name);
    }
}
