package shop.inventory.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs SQL in the transaction of the caller. Values may be strings, numbers, instants, ids, or arrays of these.
///
/// The text of a statement should be a constant: the driver then prepares it once per connection.
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) {
        try (var connection = source.getConnection();
                var statement = prepare(connection, sql, values);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /// Returns how many rows it concerned.
    public int update(String sql, @Nullable Object... values) {
        try (var connection = source.getConnection();
                var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /// Lets no statement of this transaction take longer; one that does fails for a reason that passes by itself.
    ///
    /// The database cancels it. The time-out of a JTA transaction would not: it rolls back from another thread, at
    /// any moment between two statements of this one.
    public void limitStatements(Duration most) {
        var sql = "SELECT set_config('statement_timeout', ?, true)";
        query(sql, row -> row.getString(1), Long.toString(most.toMillis()));
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, asSql(connection, values[i]));
        }
        return statement;
    }

    private static @Nullable Object asSql(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("bigint", numbers);
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }

    /// Makes a value of the current row.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The database did not do it; the cause says why.
    public static final class Failure extends RuntimeException {
        Failure(SQLException cause) {
            super(cause);
        }
    }
}
