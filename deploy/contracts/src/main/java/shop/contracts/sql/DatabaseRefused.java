package shop.contracts.sql;

import java.sql.SQLException;

/// The database did not do what it was told; the cause says why, and by its SQLSTATE whether trying again can help.
public final class DatabaseRefused extends RuntimeException {
    DatabaseRefused(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
