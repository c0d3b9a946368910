package shop.load.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import shop.local.server.Databases;

/// Fills the order-service's tables straight by SQL, while the service is stopped, and prints how long that took.
///
/// @param address of PostgreSQL
record FullTables(String address, Filling filling) {

    private static final int AT_ONCE = 50_000;
    private static final List<String> SETTINGS = List.of(
            "SET statement_timeout = '60min'", "SET synchronous_commit = off", "SET maintenance_work_mem = '256MB'");

    /// Something that takes its time.
    private interface Work {
        void run() throws SQLException;
    }

    void fill() throws SQLException {
        try (var database = connect()) {
            System.out.printf(
                    "%nPostgreSQL has shared_buffers = %s.%n%n"
                            + "| the tables are filled with %,d orders | seconds |%n|---|---|%n",
                    sharedBuffers(database), filling.orders());
            var indexes = Indexes.drop(database, List.of("orders", "order_history"));
            timed("rows, without indexes", () -> writeOrders(database));
            timed("indexes", () -> indexes.create(database));
            timed("payments of those that are pending", () -> execute(database, FillStatements.PAYMENTS));
            timed(
                    "VACUUM ANALYZE",
                    () -> execute(database, "VACUUM (ANALYZE) orders, order_history, payment, payment_receipt"));
            timed("CHECKPOINT", () -> execute(database, "CHECKPOINT"));
            new TableSizes(database).print();
        }
    }

    private void writeOrders(Connection database) throws SQLException {
        execute(database, FillStatements.BASKETS);
        execute(database, FillStatements.ANALYZE_BASKETS);
        try (var statement = database.prepareStatement(FillStatements.ORDERS)) {
            statement.setLong(1, filling.distance());
            statement.setLong(2, filling.largest());
            statement.setLong(3, filling.customers());
            statement.setLong(4, filling.orders());
            statement.setInt(7, filling.history());
            for (long first = 1; first <= filling.orders(); first += AT_ONCE) {
                statement.setLong(5, first);
                statement.setLong(6, Math.min(filling.orders(), first + AT_ONCE - 1));
                statement.executeUpdate();
            }
        }
    }

    private Connection connect() throws SQLException {
        var database = Databases.connect(address, "orders");
        for (var setting : SETTINGS) {
            execute(database, setting);
        }
        return database;
    }

    private static String sharedBuffers(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SHOW shared_buffers")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void timed(String step, Work work) throws SQLException {
        var begin = System.nanoTime();
        work.run();
        System.out.printf(
                "| %s | %,.1f |%n",
                step, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3);
    }
}
