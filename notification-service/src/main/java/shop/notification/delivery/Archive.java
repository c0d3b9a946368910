package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.delivery.Result.Fate;

/// Records what became of claims. A claim that was lost meanwhile, because its lease ran out and another worker
/// got it, is left alone.
@ApplicationScoped
class Archive {

    /// What stays of a notification as it was.
    static final String KEPT = "notification_id, event_id, kind, channel, customer_id, story_id, sequence, occurred_at,"
            + " created_at, requested_at";

    private static final String END = """
            WITH r AS MATERIALIZED (
                SELECT * FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[],
                        ?::timestamptz[], ?::timestamptz[])
                    AS r (id, lease, ending, asked, why, carrier, carriers_id, free_at, done_at)),
            gone AS (
                DELETE FROM queued_notification n USING r
                WHERE n.notification_id = r.id AND n.lease = r.lease AND n.state IN ('SENDING', 'RETRY')
                RETURNING n.*, r.*)
            INSERT INTO ended_notification (%s, state, attempts, reason, provider, provider_message_id,
                sendable_at, ended_at)
            SELECT %s, ending, attempts + asked, why, coalesce(carrier, provider), carriers_id, free_at, done_at FROM gone
            RETURNING notification_id
            """.formatted(KEPT, KEPT);

    private static final String GO_ON = """
            UPDATE queued_notification n SET
                state = r.state, due_at = r.due_at, held = coalesce(r.hold, n.held), reason = r.reason,
                attempts = n.attempts + r.asked, provider = coalesce(r.provider, n.provider),
                asking = r.state = 'SENDING'
            FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                AS r (id, lease, state, asked, reason, provider, due_at, hold)
            WHERE n.notification_id = r.id AND n.lease = r.lease AND n.state IN ('SENDING', 'RETRY')
            RETURNING n.notification_id
            """;

    private final Sql database;

    Archive(Sql database) {
        this.database = database;
    }

    /// Moves those that have ended here, out of the queue; returns the ids of those that were not lost.
    List<String> end(List<Result> results, Instant now) {
        return database.query(
                END,
                row -> row.getString("notification_id"),
                Column.of("text", results, it -> it.claim().notificationId()),
                Column.of("timestamptz", results, it -> it.claim().lease()),
                Column.of("text", results, Result::state),
                Column.of("int4", results, Result::asked),
                Column.of("text", results, Result::reason),
                Column.of("text", results, Result::provider),
                Column.of("text", results, Archive::providerMessageId),
                Column.of("timestamptz", results, Archive::sendableAt),
                Column.of("timestamptz", results, it -> it.fate() instanceof Fate.Sent sent ? sent.acceptedAt() : now));
    }

    /// Puts those that have not ended back into the queue; returns the ids of those that were not lost.
    List<String> goOn(List<Result> results) {
        return database.query(
                GO_ON,
                row -> row.getString("notification_id"),
                Column.of("text", results, it -> it.claim().notificationId()),
                Column.of("timestamptz", results, it -> it.claim().lease()),
                Column.of("text", results, Result::state),
                Column.of("int4", results, Result::asked),
                Column.of("text", results, Result::reason),
                Column.of("text", results, Result::provider),
                Column.of("timestamptz", results, Archive::dueAt),
                Column.of("text", results, Archive::hold));
    }

    /// Ends what should have been sent until a moment, whatever it waits for; returns how many that are.
    int endOverdue(Instant moment, int most) {
        var sql = """
                WITH late AS MATERIALIZED (
                    SELECT notification_id FROM queued_notification
                    WHERE created_at < ? AND sendable_at < ? AND requested_at < ? AND state IN ('PENDING', 'RETRY')
                    ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED),
                gone AS (
                    DELETE FROM queued_notification n USING late
                    WHERE n.notification_id = late.notification_id RETURNING n.*)
                INSERT INTO ended_notification (%s, state, attempts, reason, provider, sendable_at, ended_at)
                SELECT %s, 'DEAD', attempts, 'deadline over: ' || coalesce(reason, 'not sent'), provider, sendable_at, now()
                FROM gone
                """.formatted(KEPT, KEPT);
        return database.update(sql, moment, moment, moment, most);
    }

    /// Deletes at most `most` that were made before a moment; returns how many.
    int deleteMadeBefore(Instant moment, int most) {
        var sql = """
                WITH old AS MATERIALIZED (
                    SELECT notification_id FROM ended_notification WHERE created_at < ? ORDER BY created_at LIMIT ?)
                DELETE FROM ended_notification n USING old WHERE n.notification_id = old.notification_id
                """;
        return database.update(sql, moment, most);
    }

    private static @Nullable String providerMessageId(Result result) {
        return result.fate() instanceof Fate.Sent it ? it.providerMessageId() : null;
    }

    private static Instant sendableAt(Result result) {
        return result.fate() instanceof Fate.Sent it
                ? it.sendableAt()
                : result.claim().sendableAt();
    }

    private static @Nullable Instant dueAt(Result result) {
        return switch (result.fate()) {
            case Fate.Retry(var dueAt) -> dueAt;
            case Fate.Waiting(var _, var dueAt) -> dueAt;
            case Fate.Asking _ -> result.claim().lease();
            case Fate.Sent _, Fate.Skipped _, Fate.Dead _ -> null;
        };
    }

    private static @Nullable Hold hold(Result result) {
        return result.fate() instanceof Fate.Waiting(var hold, var _) ? hold : null;
    }
}
