package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// Lets the transaction's connection be silent for longer than others may.
///
/// The pool's connections give a network up that says nothing for a minute. A sum over a whole ledger says nothing
/// until it is done.
@ApplicationScoped
class LongStatements {

    private static final Duration FOR_THE_NETWORK = Duration.ofSeconds(10);

    private final DataSource database;

    LongStatements(DataSource database) {
        this.database = database;
    }

    <T> T upTo(Duration longest, Supplier<T> work) {
        try (var connection = database.getConnection();
                var _ = patience(connection, longest.plus(FOR_THE_NETWORK))) {
            return work.get();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection cannot be made to wait", e);
        }
    }

    /// Until it is closed; the connection goes back to the pool as it came.
    private static Patience patience(Connection connection, Duration silence) throws SQLException {
        var before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        return () -> connection.setNetworkTimeout(Runnable::run, before);
    }

    private interface Patience extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }
}
