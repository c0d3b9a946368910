package shop.order.lifecycle;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import shop.contracts.event.OutgoingEvent;
import shop.contracts.event.Untold;

/// The history rows that were not told yet. An order's rows are written under its row lock, so its ids rise with its
/// sequence.
final class UntoldHistory implements Untold {

    private static final String SOURCE = "/order-service";

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var sql = """
                SELECT id, event_id, type, order_id, at, event FROM order_history
                WHERE NOT told ORDER BY id LIMIT ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString("id"), 0, event(result)));
                }
            }
            return rows;
        }
    }

    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        // `NOT told` lets the partial index find the rows.
        var sql = "UPDATE order_history SET told = true WHERE NOT told AND id = ANY (?)";
        try (var statement = connection.prepareStatement(sql)) {
            var ids = told.stream().map(it -> Long.valueOf(it.id())).toArray();
            statement.setArray(1, connection.createArrayOf("int8", ids));
            statement.executeUpdate();
        }
    }

    private static OutgoingEvent event(ResultSet row) throws SQLException {
        return new OutgoingEvent(
                row.getString("event_id"),
                row.getString("type"),
                SOURCE,
                row.getString("order_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event").getBytes(StandardCharsets.UTF_8));
    }
}
