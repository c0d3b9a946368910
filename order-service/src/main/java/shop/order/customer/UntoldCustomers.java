package shop.order.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.OutgoingEvent;
import shop.contracts.event.Untold;

/// The customers whose present version was not told yet.
final class UntoldCustomers implements Untold {

    private static final String SOURCE = "/order-service";

    private final ObjectMapper json;

    UntoldCustomers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var sql = "SELECT * FROM customer WHERE told_version < version ORDER BY changed_at LIMIT ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString("customer_id"), result.getLong("version"), event(result)));
                }
            }
            return rows;
        }
    }

    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var sql = """
                UPDATE customer c SET told_version = t.version FROM unnest(?, ?) AS t (customer_id, version)
                WHERE c.customer_id = t.customer_id AND c.told_version < t.version
                """;
        try (var statement = connection.prepareStatement(sql)) {
            var ids = told.stream().map(Row::id).toArray();
            var versions = told.stream().map(Row::version).toArray();
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setArray(2, connection.createArrayOf("int8", versions));
            statement.executeUpdate();
        }
    }

    private OutgoingEvent event(ResultSet row) throws SQLException {
        return new OutgoingEvent(
                row.getString("event_id"),
                CustomerChanged.class.getSimpleName(),
                SOURCE,
                row.getString("customer_id"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                data(row));
    }

    private byte[] data(ResultSet row) throws SQLException {
        var changed = new CustomerChanged(
                row.getString("customer_id"),
                row.getLong("version"),
                row.getBoolean("erased"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                membership(row.getString("membership")));
        try {
            return json.writeValueAsBytes(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON of a customer", e);
        }
    }

    private static @Nullable Membership membership(@Nullable String name) {
        return name == null ? null : Membership.valueOf(name);
    }
}
