package shop.contracts.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Connections to the service's database that no pool lends to anyone else.
@ApplicationScoped
public class Connections {

    private static final String SECONDS_WITHOUT_ANSWER = "10";

    /// What is untold is found by a small index, in its order. Statistics that are older than a large import say that
    /// reading the whole table is as good, and then each reading of a thousand rows would do so.
    private static final String BY_INDEX = "-c enable_seqscan=off -c enable_bitmapscan=off";

    private final String url;
    private final Properties properties = new Properties();

    Connections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", application + " relay");
        properties.setProperty("socketTimeout", SECONDS_WITHOUT_ANSWER);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", BY_INDEX);
    }

    /// A new connection, in auto-commit mode, which the caller closes.
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }
}
