package shop.contracts.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import shop.contracts.http.Problems;

/// Lets one replay run at a time over all replicas of the service. PostgreSQL holds the lock for as long as the
/// connection lives, so a replica that dies leaves none behind.
@ApplicationScoped
class ReplayLock {

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String KEY = "hashtextextended('dead-letter-replay', 0)";

    private final DataSource database;

    ReplayLock(DataSource database) {
        this.database = database;
    }

    /// Throws a 409 problem where another replay runs.
    <T> T whileHolding(Supplier<T> work) {
        try (var connection = database.getConnection()) {
            if (!isTrue(connection, "SELECT pg_try_advisory_lock(%s)".formatted(KEY))) {
                throw running();
            }
            try {
                return work.get();
            } finally {
                isTrue(connection, "SELECT pg_advisory_unlock(%s)".formatted(KEY));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database broke off during a replay", e);
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static RuntimeException running() {
        return Problems.conflict(
                        "replay-running",
                        "A replay is under way",
                        "Dead letters of this service are being replayed; ask again when that is done")
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
