package shop.order.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Sql;

/// Finds the orders that are stuck, each by a small index: what goes well costs nothing here.
@ApplicationScoped
class StuckOrders {

    private static final String ALL = """
            SELECT kind, order_id, since, detail FROM (
                SELECT CASE WHEN o.status = 'PENDING' THEN 'PENDING' ELSE 'PAYMENT_UNKNOWN' END AS kind,
                    o.id AS order_id, p.expires_at AS since, 'asked ' || p.attempts || ' times' AS detail
                FROM payment p JOIN orders o ON o.id = p.order_id WHERE p.status = 'DUE' AND p.expires_at <= ?
                UNION ALL
                SELECT 'UNTOLD', order_id, min(at), string_agg(type, ', ' ORDER BY sequence)
                FROM order_history WHERE NOT told AND at <= ? GROUP BY order_id
                UNION ALL
                SELECT 'UNPLACED', u.order_id, u.at, u.reason FROM unplaced_reservation u
                WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = u.order_id)
            ) stuck
            WHERE kind = coalesce(CAST(? AS text), kind) AND (since, order_id, kind) > (?, ?, ?)
            ORDER BY since, order_id, kind LIMIT ?
            """;

    private final Sql sql;
    private final Clock clock;
    private final Duration after;

    /// @param after how long an order may stand still before it counts as stuck
    StuckOrders(Sql sql, Clock clock, @ConfigProperty(name = "shop.orders.stuck-after") Duration after) {
        this.sql = sql;
        this.clock = clock;
        this.after = after;
    }

    /// Those of one kind, or of all, that have been stuck for longest.
    List<StuckOrder> list(StuckOrder.@Nullable Kind kind, StuckPosition from, int limit) {
        var before = clock.instant().minus(after);
        var name = kind == null ? null : kind.name();
        return sql.query(
                ALL, StuckOrders::stuck, before, before, name, from.since(), from.orderId(), from.kind(), limit);
    }

    private static StuckOrder stuck(ResultSet row) throws SQLException {
        return new StuckOrder(
                StuckOrder.Kind.valueOf(row.getString("kind")),
                row.getObject("order_id", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("detail"));
    }
}
