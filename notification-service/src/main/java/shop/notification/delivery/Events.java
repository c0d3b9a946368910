package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;

/// The events that this service has read, with their facts.
@ApplicationScoped
class Events {

    private final Sql database;
    private final Facts facts;

    Events(Sql database, Facts facts) {
        this.database = database;
        this.facts = facts;
    }

    /// Keeps those that are not there yet; returns their ids.
    Set<String> add(List<News> news, Instant now) {
        var sql = """
                INSERT INTO event (event_id, kind, customer_id, read_at, facts)
                SELECT event_id, kind, customer_id, ?::timestamptz, facts
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS news (event_id, kind, customer_id, facts)
                ORDER BY event_id
                ON CONFLICT DO NOTHING
                RETURNING event_id
                """;
        return new HashSet<>(database.query(
                sql,
                row -> row.getString("event_id"),
                now,
                Column.of("text", news, News::eventId),
                Column.of("text", news, it -> it.event().kind().type()),
                Column.of("text", news, it -> it.event().customerId()),
                Column.of("text", news, it -> facts.write(it.event()))));
    }

    /// Forgets what happened to these customers; that something did stays, so that it is not told again.
    void forget(Collection<String> customerIds) {
        var sql = """
                UPDATE event SET facts = NULL
                FROM unnest(?::text[]) AS forgotten (customer_id)
                WHERE event.customer_id = forgotten.customer_id AND facts IS NOT NULL
                """;
        database.update(sql, Column.ofTexts(customerIds));
    }

    /// Forgets what these events say, unless somebody is still to be told of them.
    void forgetFacts(Collection<String> eventIds) {
        var sql = """
                UPDATE event SET facts = NULL
                FROM unnest(?::text[]) AS forgotten (event_id)
                WHERE event.event_id = forgotten.event_id AND NOT EXISTS (
                    SELECT FROM queued_notification q
                    WHERE q.customer_id = event.customer_id AND q.event_id = event.event_id)
                """;
        database.update(sql, Column.ofTexts(eventIds));
    }

    /// Forgets what is left of events of customers who are erased.
    int forgetErased() {
        return database.update("""
                UPDATE event SET facts = NULL
                FROM recipient r
                WHERE r.erased AND event.customer_id = r.customer_id AND facts IS NOT NULL AND NOT EXISTS (
                    SELECT FROM queued_notification q
                    WHERE q.customer_id = event.customer_id AND q.event_id = event.event_id)
                """);
    }

    /// Deletes at most `most` that were read before a moment and have nothing on its way; returns how many.
    int deleteReadBefore(Instant moment, int most) {
        var sql = """
                WITH old AS MATERIALIZED (
                    SELECT event_id FROM event e
                    WHERE read_at < ? AND NOT EXISTS (
                        SELECT FROM queued_notification q WHERE q.customer_id = e.customer_id AND q.event_id = e.event_id)
                    ORDER BY read_at LIMIT ?)
                DELETE FROM event USING old WHERE event.event_id = old.event_id
                """;
        return database.update(sql, moment, most);
    }
}
