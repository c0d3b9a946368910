package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import shop.contracts.sql.Sql;

/// The table `audit_run`, by which all replicas know of the audits of each.
@ApplicationScoped
class AuditRuns {

    private static final int KEPT = 1000;

    private static final String ADD = """
            INSERT INTO audit_run (started_at, took_ms, products, drift_units) VALUES (?, ?, ?, ?) RETURNING run_id
            """;
    private static final String LATEST =
            "SELECT started_at, took_ms, products, drift_units FROM audit_run ORDER BY run_id DESC LIMIT 1";
    private static final String IS_DUE = """
            SELECT NOT EXISTS (SELECT 1 FROM audit_run WHERE started_at > now() - make_interval(secs => ?))
            """;

    private final Sql database;

    AuditRuns(Sql database) {
        this.database = database;
    }

    /// True if no other replica is at its scheduled audit; holds them off until this transaction ends, which may rest
    /// for as long as an audit takes.
    boolean tryLock(Duration longest) {
        var rest = "SELECT set_config('idle_in_transaction_session_timeout', ?, true)";
        database.query(rest, row -> row.getString(1), Long.toString(longest.toMillis()));
        var lock = "SELECT pg_try_advisory_xact_lock(hashtextextended('inventory audit', 0))";
        return database.query(lock, row -> row.getBoolean(1)).getFirst();
    }

    /// True if no replica began an audit within this time, by the database's clock.
    boolean isDue(Duration every) {
        return database.query(IS_DUE, row -> row.getBoolean(1), every.toMillis() / 1000.0)
                .getFirst();
    }

    AuditRun add(AuditRun run) {
        var id = database.query(
                        ADD,
                        row -> row.getLong(1),
                        run.startedAt(),
                        run.took().toMillis(),
                        run.products(),
                        run.driftUnits())
                .getFirst();
        database.update("DELETE FROM audit_run WHERE run_id <= ?", id - KEPT);
        return run;
    }

    Optional<AuditRun> latest() {
        return database.first(LATEST, AuditRuns::read);
    }

    private static AuditRun read(ResultSet row) throws SQLException {
        return new AuditRun(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong(2)),
                row.getLong(3),
                row.getLong(4));
    }
}
