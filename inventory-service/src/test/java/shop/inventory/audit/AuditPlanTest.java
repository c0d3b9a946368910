package shop.inventory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import shop.local.test.WithServers;

/// How the database would read a large shop: told not to read whole tables, it shows whether it can do without.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class AuditPlanTest {

    @Inject
    DataSource source;

    @Test
    void the_audit_of_one_product_reads_stock_and_movements_by_their_primary_keys() throws SQLException {
        var plan = planOf("SELECT * FROM stock_audit WHERE product_id = ANY('{SKU-1}'::text[])");

        assertThat(plan)
                .containsPattern("Index.* on stock(_pkey)?\\b[^\\n]*\\n\\s*(Index|Recheck) Cond: .*product_id")
                .containsPattern("Index.* on movement(_pkey)?\\b[^\\n]*\\n\\s*(Index|Recheck) Cond: .*product_id")
                .contains("stock_pkey", "movement_pkey");
    }

    @Test
    void the_audit_reads_no_reservations_but_those_that_are_held() throws SQLException {
        var plan = planOf("SELECT * FROM stock_audit");

        assertThat(plan).contains("reservation_held").doesNotContain("Seq Scan on reservation");
    }

    private String planOf(String sql) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return planOf(connection, sql);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String planOf(Connection connection, String sql) throws SQLException {
        var lines = new StringJoiner("\n");
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off");
            try (var result = statement.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
        }
        return lines.toString();
    }
}
