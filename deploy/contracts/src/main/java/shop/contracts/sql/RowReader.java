package shop.contracts.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads one thing from the row that the result stands on.
@FunctionalInterface
public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
