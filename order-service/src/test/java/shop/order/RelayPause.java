package shop.order;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/// Kills the database connection of this service's relays and takes one relay's ownership, as a replica would that then
/// says nothing. Closing lets it go.
public final class RelayPause implements AutoCloseable {

    private final Connection connection;

    public RelayPause(String relay) throws SQLException {
        connection = DriverManager.getConnection(
                config("quarkus.datasource.jdbc.url"),
                config("quarkus.datasource.username"),
                config("quarkus.datasource.password"));
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = 'order-service relay'
                    """);
            statement.execute("SELECT pg_advisory_lock(hashtext('relay-%s'))".formatted(relay));
        }
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
