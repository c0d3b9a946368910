package shop.order.customer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;

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
import shop.contracts.sql.Sql;

/// The customers whose present version was not told yet; and the tombstones of those whose last version was long ago.
final class UntoldCustomers implements Untold {

    private final ObjectMapper json;
    private final ErasedCustomers erased;

    UntoldCustomers(ObjectMapper json, ErasedCustomers erased) {
        this.json = json;
        this.erased = erased;
    }

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var rows = changes(connection, limit);
        rows.addAll(erased.read(connection, limit - rows.size()));
        return rows;
    }

    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var tombstones = told.stream().collect(partitioningBy(it -> it.event().isTombstone()));
        markChanges(connection, requireNonNull(tombstones.get(false)));
        erased.markTold(connection, requireNonNull(tombstones.get(true)));
    }

    private List<Row> changes(Connection connection, int limit) throws SQLException {
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

    private void markChanges(Connection connection, List<Row> told) throws SQLException {
        var sql = """
                UPDATE customer c SET told_version = t.version, told_at = now() FROM unnest(?, ?) AS t (customer_id, version)
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
                CustomerPublisher.SOURCE,
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
                membership(row.getString("membership")),
                Sql.instant(row, "member_from"),
                Sql.instant(row, "member_until"));
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
