package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// The notifications that have not ended.
@ApplicationScoped
class Queue {

    private final Sql database;

    Queue(Sql database) {
        this.database = database;
    }

    void add(List<NewNotification> notifications, Instant now) {
        var sql = """
                INSERT INTO queued_notification (notification_id, event_id, kind, channel, customer_id, story_id,
                    sequence, occurred_at, due_at, state, created_at, requested_at, sendable_at)
                SELECT added.*, 'PENDING', ?::timestamptz, ?::timestamptz, ?::timestamptz
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::integer[],
                    ?::timestamptz[], ?::timestamptz[]) AS added (notification_id)
                """;
        database.update(
                sql,
                now,
                now,
                now,
                Column.of("text", notifications, NewNotification::notificationId),
                Column.of("text", notifications, it -> it.news().eventId()),
                Column.of("text", notifications, it -> it.news().event().kind().type()),
                Column.of("text", notifications, it -> it.channel().name()),
                Column.of("text", notifications, it -> it.news().event().customerId()),
                Column.of("uuid", notifications, it -> it.news().event().storyId()),
                Column.of("int4", notifications, it -> it.news().event().sequence()),
                Column.of("timestamptz", notifications, it -> it.news().occurredAt()),
                Column.of("timestamptz", notifications, NewNotification::dueAt));
    }

    /// The requests of those of these that wait for theirs, in the order of their stories.
    List<NotificationRequested> requestsOf(Collection<String> notificationIds) {
        var sql = """
                SELECT q.* FROM unnest(?::text[]) AS wanted (notification_id)
                JOIN queued_notification q USING (notification_id)
                WHERE state = 'PENDING'
                ORDER BY sequence
                """;
        return database.query(sql, Queue::request, Column.ofTexts(notificationIds));
    }

    /// Puts one that has ended into the queue again, as if it were asked for now; false where it has not ended,
    /// or its facts are gone.
    boolean resend(String notificationId, Instant now) {
        var sql = """
                WITH ended AS (
                    DELETE FROM ended_notification n USING event e
                    WHERE n.notification_id = ? AND e.event_id = n.event_id AND e.facts IS NOT NULL
                    RETURNING n.*)
                INSERT INTO queued_notification (notification_id, event_id, kind, channel, customer_id, story_id,
                    sequence, occurred_at, created_at, state, held, reason, due_at, requested_at, sendable_at)
                SELECT notification_id, event_id, kind, channel, customer_id, story_id, sequence, occurred_at, created_at,
                    'RETRY', 'RESEND', 'to be sent again', ?, ?, ?
                FROM ended
                """;
        return database.update(sql, notificationId, now, now, now) == 1;
    }

    private static NotificationRequested request(ResultSet row) throws SQLException {
        return NotificationRequested.of(
                row.getString("notification_id"),
                row.getString("event_id"),
                new Channel(row.getString("channel")),
                row.getString("customer_id"),
                row.getObject("story_id", UUID.class),
                Kind.named(row.getString("kind")));
    }
}
