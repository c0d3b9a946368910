package shop.order.following;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;

/// What the topic has not brought to followers: missed, told while nobody listened, or not told yet. Of what is so
/// old that its words are gone, there is when it happened.
@ApplicationScoped
class FollowedHistory {

    /// What is beyond comes with the next heartbeats.
    private static final int AT_ONCE = 10_000;

    private final Sql sql;

    FollowedHistory(Sql sql) {
        this.sql = sql;
    }

    /// Events that one or more of the followers have not heard, each order's in sequence; one query for all.
    List<FollowedEvent> missedBy(Collection<Follower> followers) {
        if (followers.isEmpty()) {
            return List.of();
        }
        var heard = followers.stream()
                .collect(toMap(Follower::orderId, Follower::last, Math::min))
                .entrySet();
        return sql.query(
                """
                SELECT h.order_id, h.sequence, h.type, coalesce(h.event, jsonb_build_object(
                    'orderId', h.order_id, 'sequence', h.sequence, 'at', to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text) AS event
                FROM unnest(?, ?) AS heard (order_id, last)
                JOIN order_history h ON h.order_id = heard.order_id AND h.sequence > heard.last
                ORDER BY h.order_id, h.sequence LIMIT ?
                """,
                FollowedHistory::event,
                Column.of("uuid", heard, Map.Entry::getKey),
                Column.of("int4", heard, Map.Entry::getValue),
                AT_ONCE);
    }

    private static FollowedEvent event(ResultSet row) throws SQLException {
        return new FollowedEvent(
                row.getObject("order_id", UUID.class),
                row.getInt("sequence"),
                row.getString("type"),
                row.getString("event"));
    }
}
