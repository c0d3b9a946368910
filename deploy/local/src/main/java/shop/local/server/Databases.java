package shop.local.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/// One database per service, on one PostgreSQL.
public final class Databases {

    static final String USER = "shop";
    static final String PASSWORD = "shop";

    private static final List<String> NAMES = List.of("catalog", "cart", "inventory", "orders", "notification");

    private Databases() {}

    /// Creates those that are not there yet.
    static void create(String address) {
        try (var connection = connect(address, "postgres")) {
            for (var name : NAMES) {
                if (!exists(connection, name)) {
                    connection.createStatement().execute("CREATE DATABASE " + name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the databases at " + address, e);
        }
    }

    static String url(String address, String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    static boolean answers(String address) {
        try (var connection = connect(address, "postgres")) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    /// As the service that owns the database would.
    public static Connection connect(String address, String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url(address, database));
        source.setUser(USER);
        source.setPassword(PASSWORD);
        source.setConnectTimeout(2);
        return source.getConnection();
    }
}
