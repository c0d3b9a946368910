package shop.contracts.sql;

import java.sql.SQLException;

/// The database did not do what it was told; the cause says why, and by its SQLSTATE whether trying again can help.
public final class DatabaseRefused extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";

    private final String state;

    DatabaseRefused(SQLException cause) {
        super(cause.getMessage(), cause);
        state = String.valueOf(cause.getSQLState());
    }

    /// A row with this key is there already.
    public boolean isDuplicate() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
