package shop.load.orders;

import java.sql.Connection;
import java.sql.SQLException;

/// How large the partitioned tables and each of their indexes are, all parts together.
record TableSizes(Connection database) {

    private static final String TABLES = """
            SELECT c.relname, sum(greatest(0, p.reltuples)) AS rows, sum(pg_table_size(p.oid)) / 1e6 AS heap,
                sum(pg_indexes_size(p.oid)) / 1e6 AS indexes, sum(pg_total_relation_size(p.oid)) / 1e6 AS total
            FROM pg_class c, pg_partition_tree(c.oid) t JOIN pg_class p ON p.oid = t.relid
            WHERE c.relkind = 'p' AND t.isleaf GROUP BY c.relname ORDER BY total DESC
            """;
    private static final String INDEXES = """
            SELECT pg_get_indexdef(c.oid) AS definition, sum(pg_relation_size(t.relid)) / 1e6 AS size
            FROM pg_class c, pg_partition_tree(c.oid) t
            WHERE c.relkind = 'I' AND t.isleaf GROUP BY c.oid ORDER BY size DESC
            """;

    void print() throws SQLException {
        System.out.printf(
                "%n| table | rows | without indexes, MB | indexes, MB | total, MB |%n|---|---|---|---|---|%n");
        try (var statement = database.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                System.out.printf(
                        "| %s | %,.0f | %,.1f | %,.1f | %,.1f |%n",
                        row.getString("relname"),
                        row.getDouble("rows"),
                        row.getDouble("heap"),
                        row.getDouble("indexes"),
                        row.getDouble("total"));
            }
        }
        printIndexes();
    }

    private void printIndexes() throws SQLException {
        System.out.printf("%n| index | MB |%n|---|---|%n");
        try (var statement = database.createStatement();
                var row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                System.out.printf(
                        "| %s | %,.1f |%n",
                        row.getString("definition").replaceFirst(".* ON (ONLY )?(public\\.)?", ""),
                        row.getDouble("size"));
            }
        }
    }
}
