package shop.contracts.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Statements on this service's database, in the transaction that is open; without one, each is its own.
///
/// Values may be [Instant]s, [Column]s and arrays of texts, numbers or ids beside what JDBC knows. What the database
/// refuses is a [DatabaseRefused].
///
/// The text of a statement should be a constant: the driver then prepares it once per connection.
@ApplicationScoped
public class Sql {

    private static final Duration UNTIL_SESSION_ENDS = Duration.ofMillis(250);

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /// The rows that a query, or a change with `RETURNING`, gives.
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /// The number of rows that a change met.
    public int update(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        }
    }

    /// Writes rows by `COPY table (columns) FROM STDIN`, which costs the database less than any other way in.
    public void copy(String sql, CopyRows rows) {
        try (var connection = database.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows.toBytes()));
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Reading from memory does not fail.
        }
    }

    /// Lets the transaction that is open take no longer. The database cancels the statement that does and, of a
    /// transaction whose owner is stopped or gone, a little later the session, so that nobody waits for its rows.
    /// Both fail for a reason that passes by itself.
    ///
    /// The time-out of a JTA transaction would not do: it rolls back from another thread, at any moment between two
    /// statements of this one, and a process that is stopped as a whole has no other thread.
    public void limitTransaction(Duration most) {
        var sql = "SELECT set_config('statement_timeout', ?, true), set_config('transaction_timeout', ?, true)";
        var session = most.plus(UNTIL_SESSION_ENDS);
        query(sql, row -> row.getString(1), Long.toString(most.toMillis()), Long.toString(session.toMillis()));
    }

    /// Reads a time that may be missing.
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class); // A Timestamp of before 1582 is by another calendar.
        return time == null ? null : time.toInstant();
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, forJdbc(connection, values[i]));
        }
        return statement;
    }

    private static @Nullable Object forJdbc(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Column column -> connection.createArrayOf(column.type(), column.values());
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("bigint", numbers);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case null, default -> value;
        };
    }
}
