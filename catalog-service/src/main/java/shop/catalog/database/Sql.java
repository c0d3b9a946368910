package shop.catalog.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Runs statements in the transaction of the caller, or each in its own where there is none.
///
/// Parameters are what pgjdbc takes: text, numbers, booleans, and arrays of them.
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        return run(sql, values, statement -> {
            try (var row = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /// Returns how many rows were changed.
    public int update(String sql, Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    private <T> T run(String sql, Object[] values, Execution<T> execution) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values)) {
            return execution.of(statement);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object[] values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /// Makes an object of the row that the cursor stands on.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /// The database refused a statement or is away; the cause says which.
    public static final class SqlFailed extends RuntimeException {
        private SqlFailed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
