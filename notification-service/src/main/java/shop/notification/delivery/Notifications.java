package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;

/// All notifications there ever were.
@ApplicationScoped
class Notifications {

    private final Sql database;

    Notifications(Sql database) {
        this.database = database;
    }

    /// Adds those that are not there yet.
    ///
    /// @param overdueAt when the sweep sends what no request has reached
    void add(List<NewNotification> wanted, Instant now, Instant overdueAt) {
        var sql = """
                INSERT INTO notification (notification_id, event_id, kind, channel, customer_id, order_id, sequence,
                    subject, body, occurred_at, state, created_at, requested_at, due_at)
                SELECT wanted.*, 'PENDING', ?::timestamptz, ?::timestamptz, ?::timestamptz
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::integer[],
                    ?::text[], ?::text[], ?::timestamptz[]) AS wanted (notification_id)
                ORDER BY notification_id
                ON CONFLICT DO NOTHING
                """;
        database.update(
                sql,
                now,
                now,
                overdueAt,
                Column.of("text", wanted, NewNotification::notificationId),
                Column.of("text", wanted, it -> it.news().eventId()),
                Column.of("text", wanted, it -> it.event().kind()),
                Column.of("text", wanted, NewNotification::channel),
                Column.of("text", wanted, it -> it.event().customerId()),
                Column.of("uuid", wanted, it -> it.event().orderId()),
                Column.of("int4", wanted, it -> it.event().sequence()),
                Column.of("text", wanted, it -> it.message().subject()),
                Column.of("text", wanted, NewNotification::body),
                Column.of("timestamptz", wanted, it -> it.event().at()));
    }

    /// The requests of those of these that are there, by id.
    Map<String, NotificationRequested> requests(Collection<String> notificationIds) {
        var sql = """
                SELECT notification_id, event_id, channel, customer_id, order_id, kind
                FROM notification WHERE notification_id = ANY (?::text[])
                """;
        return database.query(sql, Notifications::request, Column.ofTexts(notificationIds)).stream()
                .collect(Collectors.toMap(NotificationRequested::notificationId, Function.identity()));
    }

    Optional<Notification> find(String notificationId) {
        var sql = "SELECT * FROM notification WHERE notification_id = ?";
        return database.first(sql, Notifications::notification, notificationId);
    }

    /// Newest first; at most `limit`.
    List<Notification> list(NotificationFilter filter, int limit) {
        var sql = "SELECT * FROM notification WHERE %s ORDER BY created_at DESC, notification_id DESC LIMIT %d"
                .formatted(filter.condition(), limit);
        return database.query(sql, Notifications::notification, filter.parameters());
    }

    /// Makes one that ended due again, as if it were asked for now; false where it has not ended.
    boolean resend(String notificationId, Instant now) {
        var sql = """
                UPDATE notification
                SET state = 'RETRY', due_at = ?, requested_at = ?, attempts = 0, reason = 'to be sent again'
                WHERE notification_id = ? AND due_at IS NULL
                """;
        return database.update(sql, now, now, notificationId) == 1;
    }

    private static NotificationRequested request(ResultSet row) throws SQLException {
        return new NotificationRequested(
                row.getString("notification_id"),
                row.getString("event_id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("customer_id"),
                row.getObject("order_id", UUID.class),
                row.getString("kind"));
    }

    private static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getString("notification_id"),
                row.getString("event_id"),
                row.getString("kind"),
                Channel.valueOf(row.getString("channel")),
                row.getString("customer_id"),
                row.getObject("order_id", UUID.class),
                row.getInt("sequence"),
                row.getString("subject"),
                row.getString("body"),
                NotificationState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "due_at"),
                row.getString("reason"),
                row.getString("provider"),
                row.getString("provider_message_id"),
                Objects.requireNonNull(Sql.instant(row, "occurred_at")),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "sent_at"));
    }
}
