package shop.order.lifecycle;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import shop.contracts.event.OutgoingEvent;
import shop.contracts.event.Untold;

/// The history rows that were not told yet. An order's rows are written under its row lock, so its ids rise with its
/// sequence.
final class UntoldHistory implements Untold {

    private static final String SOURCE = "/order-service";

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var sql = """
                SELECT order_id, sequence, event_id, type, at, event FROM order_history
                WHERE NOT told ORDER BY id LIMIT ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString("order_id"), result.getInt("sequence"), event(result)));
                }
            }
            return rows;
        }
    }

    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var sql = """
                UPDATE order_history h SET told = true FROM unnest(?, ?) AS t (order_id, sequence)
                WHERE h.order_id = t.order_id AND h.sequence = t.sequence AND NOT h.told
                """;
        try (var statement = connection.prepareStatement(sql)) {
            var orderIds = told.stream().map(it -> UUID.fromString(it.id())).toArray();
            var sequences = told.stream().map(Row::version).toArray();
            statement.setArray(1, connection.createArrayOf("uuid", orderIds));
            statement.setArray(2, connection.createArrayOf("int4", sequences));
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
