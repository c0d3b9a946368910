package shop.load.orders;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The indexes of a partitioned table, while it is filled without them: to sort all entries once is cheaper than to
/// find a place for each among millions.
///
/// @param definitions the statements that create them again
record Indexes(List<String> definitions) {

    private static final String OF_TABLE = """
            SELECT c.relname AS index, n.conname AS constraint, pg_get_constraintdef(n.oid) AS constraint_definition,
                pg_get_indexdef(c.oid) AS index_definition
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                LEFT JOIN pg_constraint n ON n.conindid = c.oid AND n.contype IN ('p', 'u')
            WHERE i.indrelid = '%s'::regclass
            """;

    /// Drops those of these tables.
    static Indexes drop(Connection database, List<String> tables) throws SQLException {
        var definitions = new ArrayList<String>();
        var drops = new ArrayList<String>();
        try (var statement = database.createStatement()) {
            for (var table : tables) {
                try (var row = statement.executeQuery(OF_TABLE.formatted(table))) {
                    while (row.next()) {
                        definitions.add(definition(table, row));
                        drops.add(drop(table, row));
                    }
                }
            }
            for (var drop : drops) {
                statement.execute(drop);
            }
        }
        return new Indexes(definitions);
    }

    void create(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var definition : definitions) {
                statement.execute(definition);
            }
        }
    }

    /// `ONLY` would leave the parts without.
    private static String definition(String table, ResultSet row) throws SQLException {
        return row.getString("constraint") == null
                ? row.getString("index_definition").replaceFirst(" ON ONLY ", " ON ")
                : "ALTER TABLE %s ADD CONSTRAINT %s %s"
                        .formatted(table, row.getString("constraint"), row.getString("constraint_definition"));
    }

    private static String drop(String table, ResultSet row) throws SQLException {
        return row.getString("constraint") == null
                ? "DROP INDEX " + row.getString("index")
                : "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, row.getString("constraint"));
    }
}
