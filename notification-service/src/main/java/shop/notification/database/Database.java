package shop.notification.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs SQL on a pooled connection, which is the transaction's own where one runs.
///
/// Parameters may be texts, numbers, UUIDs, instants, or collections, which become `text[]` and are cast in the SQL.
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /// Returns how many rows changed.
    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                case Collection<?> many ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts(many)));
                case null -> statement.setObject(i + 1, null);
                case Object one -> statement.setObject(i + 1, one);
            }
        }
    }

    private static @Nullable Object[] texts(Collection<?> many) {
        return many.stream().map(it -> it == null ? null : it.toString()).toArray();
    }

    /// Makes an object of the row that the cursor is at.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The database refused or is away; the cause tells which.
    public static final class DatabaseFailure extends RuntimeException {
        DatabaseFailure(SQLException cause) {
            super(cause);
        }
    }
}
