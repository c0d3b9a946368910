package shop.load.notifications;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shop.load.measure.Latencies;
import shop.local.server.Databases;
import shop.local.server.Server;
import shop.local.suite.Suite;

/// The service's tables, to look at.
record Database(Connection connection) implements AutoCloseable {

    private static final String STATES = """
            SELECT state || coalesce(' (' || reason || ')', '') AS state, count(*) AS number
            FROM (SELECT state, CASE WHEN state <> 'SENT' THEN reason END AS reason FROM notification) n
            GROUP BY 1 ORDER BY 2 DESC
            """;
    private static final String TIMES = """
            SELECT extract(epoch FROM ended_at - %s) * 1000000000 AS nanos
            FROM ended_notification WHERE state = 'SENT' AND channel = '%s'
            """;
    private static final String SIZES = """
            SELECT relname, n_live_tup AS rows, n_dead_tup AS dead, pg_table_size(relid) / 1e6 AS heap,
                pg_indexes_size(relid) / 1e6 AS indexes
            FROM pg_stat_user_tables ORDER BY pg_total_relation_size(relid) DESC LIMIT 8
            """;

    static Database of(Suite suite) {
        try {
            var connection = Databases.connect(suite.address(Server.POSTGRES), "notification");
            connection.setReadOnly(true);
            return new Database(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One row of an answer.
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    long customers() {
        return count("recipient");
    }

    long onTheirWay() {
        return count("queued_notification");
    }

    long ended() {
        return count("ended_notification");
    }

    /// How many notifications are in which state, in words.
    String states() {
        return rows(STATES, row -> "%,d %s".formatted(row.getLong("number"), row.getString("state"))).stream()
                .collect(Collectors.joining(", "));
    }

    /// What was written of a channel's messages, from when they could be sent until the provider took them.
    Latencies sinceSendable(String channel) {
        return Latencies.of(rows(TIMES.formatted("sendable_at", channel), row -> row.getLong("nanos")));
    }

    /// The same from the event's own time on.
    Latencies sinceEvent(String channel) {
        return Latencies.of(rows(TIMES.formatted("occurred_at", channel), row -> row.getLong("nanos")));
    }

    void printSizes() {
        System.out.printf("%n| table | rows | dead | without indexes, MB | indexes, MB |%n|---|---|---|---|---|%n");
        rows(
                        SIZES,
                        row -> "| %s | %,d | %,d | %,.1f | %,.1f |"
                                .formatted(
                                        row.getString("relname"),
                                        row.getLong("rows"),
                                        row.getLong("dead"),
                                        row.getDouble("heap"),
                                        row.getDouble("indexes")))
                .forEach(System.out::println);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return rows("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> rows(String sql, Reader<T> reader) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
