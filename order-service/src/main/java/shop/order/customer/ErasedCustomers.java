package shop.order.customer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import shop.contracts.event.OutgoingEvent;
import shop.contracts.event.Untold;

/// The erased customers whose tombstone is due: by now everybody has read that they are erased, and compaction may
/// take that, too.
final class ErasedCustomers implements Untold {

    private final Duration tombstoneAfter;

    ErasedCustomers(Duration tombstoneAfter) {
        this.tombstoneAfter = tombstoneAfter;
    }

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var sql = """
                SELECT customer_id, version, event_id, changed_at FROM customer
                WHERE erased AND tombstoned_at IS NULL AND told_version = version
                    AND told_at <= now() - make_interval(secs => ?)
                ORDER BY told_at LIMIT ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, tombstoneAfter.toMillis() / 1000.0);
            statement.setInt(2, limit);
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString("customer_id"), result.getLong("version"), tombstone(result)));
                }
            }
            return rows;
        }
    }

    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var sql = "UPDATE customer SET tombstoned_at = now() WHERE customer_id = ANY(?)";
        try (var statement = connection.prepareStatement(sql)) {
            var ids = told.stream().map(Row::id).toArray();
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.executeUpdate();
        }
    }

    /// Its id is made of that of the erasure, to be the same when it is told again.
    private static OutgoingEvent tombstone(ResultSet row) throws SQLException {
        return OutgoingEvent.tombstone(
                row.getString("event_id") + "-tombstone",
                CustomerPublisher.SOURCE,
                row.getString("customer_id"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
