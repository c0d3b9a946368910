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
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;

/// Who may send a notification, by compare-and-set on its state: of many who ask, one gets it.
///
/// A message is not given out while an earlier one of its order is unfinished on the same channel, unless both are
/// given out together; so a customer reads an order's story in its order. (Those of a customer who is not known yet
/// block nothing: they all come to wait.)
@ApplicationScoped
class Claims {

    private static final String CLAIM = """
            WITH free AS MATERIALIZED (%s FOR UPDATE SKIP LOCKED)
            UPDATE notification n SET state = 'SENDING', due_at = ?
            WHERE notification_id IN (SELECT notification_id FROM free)
              AND NOT EXISTS (
                SELECT FROM notification earlier
                WHERE earlier.order_id = n.order_id AND earlier.channel = n.channel AND earlier.sequence < n.sequence
                  AND earlier.due_at IS NOT NULL
                  AND earlier.notification_id NOT IN (SELECT notification_id FROM free)
                  AND (earlier.state <> 'WAITING'
                    OR EXISTS (SELECT FROM recipient r WHERE r.customer_id = n.customer_id)))
            RETURNING *, EXISTS (SELECT FROM recipient r WHERE r.customer_id = n.customer_id) AS customer_known
            """;

    private static final String REQUESTED = CLAIM.formatted("""
            SELECT notification_id FROM notification
            WHERE notification_id = ANY (?::text[]) AND channel = ? AND state = 'PENDING'
            """);

    private static final String DUE = CLAIM.formatted("""
            SELECT notification_id FROM notification
            WHERE channel = ? AND due_at <= ? AND state <> 'SENDING'
            ORDER BY due_at, sequence LIMIT ?
            """);

    /// What is due, but not before an earlier message of its order: it becomes due with that one. Looks at the next few
    /// only: behind a slow provider a great many may be due.
    private static final String POSTPONE = """
            WITH next AS MATERIALIZED (
                SELECT notification_id, order_id, channel, sequence FROM notification
                WHERE channel = ? AND due_at <= ? AND state IN ('PENDING', 'RETRY')
                ORDER BY due_at, sequence LIMIT ?)
            UPDATE notification n SET due_at = blocked.until
            FROM (
                SELECT next.notification_id, max(earlier.due_at) AS until
                FROM next
                JOIN notification earlier ON earlier.order_id = next.order_id AND earlier.channel = next.channel
                  AND earlier.sequence < next.sequence
                WHERE earlier.due_at > ? AND earlier.state IN ('PENDING', 'RETRY')
                GROUP BY next.notification_id) blocked
            WHERE n.notification_id = blocked.notification_id AND n.state IN ('PENDING', 'RETRY')
            """;
    private static final int BATCHES_AHEAD = 10;

    private final Sql database;
    private final DeliverySettings settings;
    private final Clock clock;

    Claims(Sql database, DeliverySettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /// Of these, those that nobody has taken yet.
    List<Claim> requested(Channel channel, Collection<String> notificationIds) {
        return database.query(REQUESTED, Claims::claim, Column.ofTexts(notificationIds), channel.name(), lease());
    }

    /// The next batch of what is to be looked at again by now.
    List<Claim> due(Channel channel) {
        return database.query(DUE, Claims::claim, channel.name(), clock.instant(), settings.batch(), lease());
    }

    /// Keeps what must wait for another message out of the way of what is due; returns how many that are.
    int postpone(Channel channel) {
        var now = clock.instant();
        return database.update(POSTPONE, channel.name(), now, BATCHES_AHEAD * settings.batch(), now);
    }

    /// Records what became of claims; a claim that was lost meanwhile, because its lease ran out, is left alone.
    void record(String provider, List<Result> results) {
        var sql = """
                UPDATE notification n SET
                    state = r.state, due_at = r.due_at, reason = r.reason,
                    attempts = n.attempts + CASE WHEN r.attempted THEN 1 ELSE 0 END,
                    provider = CASE WHEN r.attempted THEN ? ELSE n.provider END,
                    provider_message_id = r.provider_message_id,
                    sent_at = CASE WHEN r.state = 'SENT' THEN ?::timestamptz ELSE n.sent_at END
                FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::text[], ?::boolean[], ?::text[])
                    AS r (notification_id, lease, state, due_at, reason, attempted, provider_message_id)
                WHERE n.notification_id = r.notification_id AND n.state = 'SENDING' AND n.due_at = r.lease
                """;
        database.update(
                sql,
                provider,
                clock.instant(),
                Column.of("text", results, it -> it.claim().notificationId()),
                Column.of("timestamptz", results, it -> it.claim().lease()),
                Column.of("text", results, Result::state),
                Column.of("timestamptz", results, Result::dueAt),
                Column.of("text", results, Result::reason),
                Column.of("bool", results, Result::attempted),
                Column.of("text", results, Result::providerMessageId));
    }

    /// Takes claims back whose worker has died: perhaps it had sent them, perhaps not. Returns how many.
    int takeBack(Channel channel) {
        var sql = """
                UPDATE notification SET state = ?, due_at = ?, reason = ?
                WHERE channel = ? AND state = 'SENDING' AND due_at <= ?
                """;
        var now = clock.instant();
        return switch (settings.answerLost()) {
            case SEND_AGAIN -> database.update(sql, "RETRY", now, "worker died while sending", channel.name(), now);
            case GIVE_UP ->
                database.update(sql, "DEAD", null, "perhaps sent: worker died while sending", channel.name(), now);
        };
    }

    /// Makes due what waits for these customers; returns how many notifications that are.
    int wake(Channel channel, Collection<String> customerIds) {
        var sql = """
                UPDATE notification SET due_at = ?
                WHERE state = 'WAITING' AND channel = ? AND customer_id = ANY (?::text[]) AND due_at > ?
                """;
        var now = clock.instant();
        return database.update(sql, now, channel.name(), Column.ofTexts(customerIds), now);
    }

    /// As exact as the database keeps it: it is compared for equality.
    private Instant lease() {
        return clock.instant().plus(settings.lease()).truncatedTo(ChronoUnit.MICROS);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("notification_id"),
                row.getString("customer_id"),
                row.getBoolean("customer_known"),
                row.getObject("order_id", UUID.class),
                row.getInt("sequence"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"),
                Objects.requireNonNull(Sql.instant(row, "requested_at")),
                Objects.requireNonNull(Sql.instant(row, "due_at")));
    }
}
