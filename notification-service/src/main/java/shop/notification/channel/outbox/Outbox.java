package shop.notification.channel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;
import shop.notification.message.Kind;

/// All that local providers took, the oldest deleted beyond a number. A message that came twice is there twice:
/// this is where it shows whether customers are told once.
@ApplicationScoped
public class Outbox {

    private static final long FROM_THE_NEWEST = Long.MAX_VALUE;

    private final Sql database;
    private final long most;

    Outbox(Sql database, @ConfigProperty(name = "shop.notification.outbox.most-messages") long most) {
        this.database = database;
        this.most = most;
    }

    /// Deletes what these customers were told: it holds their addresses.
    public void forget(Collection<String> customerIds) {
        database.update("DELETE FROM outbox WHERE customer_id = ANY (?::text[])", Column.ofTexts(customerIds));
    }

    /// Ids count up, so that those which are too old need not be counted; they are looked for now and then only.
    void take(NewMessage message, String providerMessageId) {
        var sql = """
                WITH taken AS (
                    INSERT INTO outbox (channel, customer_id, notification_id, kind, story_id, sent_to, subject,
                        body_text, body_html, provider_message_id)
                    VALUES (?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?)
                    RETURNING outbox_id)
                DELETE FROM outbox USING taken
                WHERE taken.outbox_id % ? = 0 AND outbox.outbox_id <= taken.outbox_id - ?
                """;
        var dispatch = message.dispatch();
        database.update(
                sql,
                message.channel().name(),
                dispatch.to().customerId(),
                dispatch.notificationId(),
                dispatch.kind().type(),
                dispatch.storyId(),
                Column.ofTexts(message.to()),
                dispatch.message().subject(),
                message.text(),
                message.html(),
                providerMessageId,
                Math.max(1, most / 100),
                most);
    }

    /// Newest first, below a number; at most `limit`.
    List<OutboxMessage> list(@Nullable String customerId, @Nullable Channel channel, long below, int limit) {
        var sql = """
                SELECT * FROM outbox
                WHERE outbox_id < ? AND (?::text IS NULL OR customer_id = ?) AND (?::text IS NULL OR channel = ?)
                ORDER BY outbox_id DESC LIMIT ?
                """;
        var name = channel == null ? null : channel.name();
        var start = below == 0 ? FROM_THE_NEWEST : below;
        return database.query(sql, Outbox::message, start, customerId, customerId, name, name, limit);
    }

    Optional<OutboxMessage> find(long id) {
        return database.first("SELECT * FROM outbox WHERE outbox_id = ?", Outbox::message, id);
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        return new OutboxMessage(
                row.getString("outbox_id"),
                new Channel(row.getString("channel")),
                row.getString("customer_id"),
                row.getString("notification_id"),
                Kind.named(row.getString("kind")),
                row.getObject("story_id", UUID.class),
                List.of((String[]) row.getArray("sent_to").getArray()),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                row.getString("provider_message_id"),
                Objects.requireNonNull(Sql.instant(row, "taken_at")));
    }
}
