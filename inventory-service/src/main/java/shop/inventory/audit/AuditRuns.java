package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import shop.contracts.sql.Sql;

/// The table `audit_run`, by which all replicas know of the audits of each.
@ApplicationScoped
class AuditRuns {

    private static final int KEPT = 1000;

    private static final String BEGIN =
            "INSERT INTO audit_run (started_at) VALUES (clock_timestamp()) RETURNING run_id";
    private static final String END = """
            UPDATE audit_run SET took_ms = ?, products = ?, drift_units = ?, differing_products = ?, differing = ?
            WHERE run_id = ? RETURNING started_at, took_ms, products, drift_units
            """;
    private static final String LATEST = """
            SELECT started_at, took_ms, products, drift_units FROM audit_run
            WHERE drift_units IS NOT NULL ORDER BY run_id DESC LIMIT 1
            """;
    private static final String FOUND = """
            SELECT differing, differing_products FROM audit_run
            WHERE differing IS NOT NULL ORDER BY run_id DESC LIMIT 1
            """;
    private static final String UNFINISHED =
            "SELECT started_at FROM audit_run WHERE drift_units IS NULL ORDER BY run_id DESC LIMIT 1";
    private static final String IS_DUE = """
            SELECT NOT EXISTS (SELECT 1 FROM audit_run WHERE started_at > now() - make_interval(secs => ?))
            """;

    private final Sql database;

    AuditRuns(Sql database) {
        this.database = database;
    }

    /// True if no replica began an audit within this time, by the database's clock; whether or not it came to an end.
    boolean isDue(Duration every) {
        return database.query(IS_DUE, row -> row.getBoolean(1), every.toMillis() / 1000.0)
                .getFirst();
    }

    /// Notes that an audit begins; returns its number.
    long begin() {
        var id = database.query(BEGIN, row -> row.getLong(1)).getFirst();
        database.update("DELETE FROM audit_run WHERE run_id <= ?", id - KEPT);
        return id;
    }

    /// Notes what it came to.
    AuditRun end(long id, Duration took, Audit.Report report) {
        return database.query(
                        END,
                        AuditRuns::read,
                        took.toMillis(),
                        report.totals().products(),
                        report.driftUnits(),
                        report.differingProducts(),
                        report.productIds().toArray(String[]::new),
                        id)
                .getFirst();
    }

    /// The latest that came to an end.
    Optional<AuditRun> latest() {
        return database.first(LATEST, AuditRuns::read);
    }

    /// When the latest began of those that have not come to an end.
    Optional<Instant> unfinishedSince() {
        return database.first(
                UNFINISHED, row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /// Of which products the latest audit that came to an end found a difference.
    Optional<Found> found() {
        return database.first(FOUND, Found::read);
    }

    private static AuditRun read(ResultSet row) throws SQLException {
        return new AuditRun(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong(2)),
                row.getLong(3),
                row.getLong(4));
    }

    /// Products of which some place differs.
    ///
    /// @param more how many there are beside these
    record Found(List<String> productIds, long more) {
        private static Found read(ResultSet row) throws SQLException {
            var productIds = List.of((String[]) row.getArray(1).getArray());
            return new Found(productIds, row.getLong(2) - productIds.size());
        }
    }
}
