package shop.order.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import shop.contracts.Ids;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;

/// What happened to each order; a row is written in the transaction of the change and told from there.
@ApplicationScoped
class History {

    private final Sql sql;
    private final ObjectMapper json;
    private final Event<OrdersChanged> changed;

    History(Sql sql, ObjectMapper json, Event<OrdersChanged> changed) {
        this.sql = sql;
        this.json = json;
        this.changed = changed;
    }

    void record(Collection<? extends OrderEvent> events, String actor) {
        if (events.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO order_history (order_id, sequence, event_id, type, event, reason, payment_id, at, actor)
                SELECT *, ? FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                """,
                actor,
                Column.of("uuid", events, OrderEvent::orderId),
                Column.of("int4", events, OrderEvent::sequence),
                Column.of("uuid", events, _ -> Ids.next()),
                Column.of("text", events, OrderEvent::type),
                Column.of("text", events, this::json),
                Column.of("text", events, OrderEvent::reason),
                Column.of(
                        "text",
                        events,
                        it -> it instanceof OrderEvent.RefundRequired refund ? refund.paymentId() : null),
                Column.of("timestamptz", events, OrderEvent::at));
        changed.fire(new OrdersChanged());
    }

    /// Has the placing of these orders told once more: who asks again may not have heard it.
    void tellPlacingAgain(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        sql.update("""
                WITH again AS MATERIALIZED (
                    SELECT h.order_id, h.sequence FROM unnest(?) AS t (id)
                    JOIN order_history h ON h.order_id = t.id AND h.sequence = 1
                    WHERE h.told AND h.event IS NOT NULL ORDER BY h.id FOR UPDATE OF h)
                UPDATE order_history h SET told = false FROM again
                WHERE h.order_id = again.order_id AND h.sequence = again.sequence
                """, Column.ofIds(orderIds));
        changed.fire(new OrdersChanged());
    }

    /// Has everything told once more of which the words are still there, and returns how much that is.
    int tellAgain(UUID orderId) {
        changed.fire(new OrdersChanged());
        return sql.update(
                "UPDATE order_history SET told = false WHERE order_id = ? AND told AND event IS NOT NULL", orderId);
    }

    List<HistoryEntry> of(UUID orderId, long after, int limit) {
        return sql.query(
                """
                SELECT sequence, type, at, actor, reason, event FROM order_history
                WHERE order_id = ? AND sequence > ? ORDER BY sequence LIMIT ?
                """,
                row -> new HistoryEntry(
                        row.getInt("sequence"),
                        row.getString("type"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getString("event")),
                orderId,
                after,
                limit);
    }

    private String json(OrderEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON of " + event.type(), e);
        }
    }
}
