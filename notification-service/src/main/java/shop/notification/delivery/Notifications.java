package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// All notifications that are kept, on their way or ended, to look at.
@ApplicationScoped
class Notifications {

    private final Sql database;

    Notifications(Sql database) {
        this.database = database;
    }

    Optional<Notification> find(String notificationId) {
        var sql = "SELECT * FROM notification WHERE notification_id = ?";
        return database.first(sql, Notifications::notification, notificationId);
    }

    /// What it is about, as JSON; empty where its customer is forgotten.
    Optional<String> factsOf(Notification notification) {
        var sql = "SELECT facts FROM event WHERE event_id = ? AND facts IS NOT NULL";
        return database.first(sql, row -> row.getString("facts"), notification.eventId());
    }

    /// Newest first; at most `limit`.
    List<Notification> list(NotificationFilter filter, int limit) {
        var sql = "SELECT * FROM notification WHERE %s ORDER BY created_at DESC, notification_id DESC LIMIT %d"
                .formatted(filter.condition(), limit);
        return database.query(sql, Notifications::notification, filter.parameters());
    }

    private static Notification notification(ResultSet row) throws SQLException {
        var kind = Kind.named(row.getString("kind"));
        var storyId = row.getObject("story_id", UUID.class);
        return new Notification(
                row.getString("notification_id"),
                row.getString("event_id"),
                kind,
                new Channel(row.getString("channel")),
                row.getString("customer_id"),
                kind.isReminder() ? null : storyId,
                kind.isReminder() ? storyId : null,
                row.getInt("sequence"),
                NotificationState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "due_at"),
                row.getString("reason"),
                row.getString("provider"),
                row.getString("provider_message_id"),
                Objects.requireNonNull(Sql.instant(row, "occurred_at")),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "ended_at"));
    }
}
