package shop.contracts.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import shop.contracts.bulk.ImportReport.State;
import shop.contracts.http.Problems;
import shop.contracts.sql.Sql;

/// The table `import`: the progress of each, written in the transaction that stores its lines.
@ApplicationScoped
public class Imports {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Sql database;
    private final ObjectMapper json;
    private final int atOnce;
    private final Set<String> runningHere = new HashSet<>();

    /// @param atOnce how many may run here at the same time: each has some MB of lines in memory
    Imports(
            Sql database,
            ObjectMapper json,
            @ConfigProperty(name = "shop.import.at-once", defaultValue = "8") int atOnce) {
        this.atOnce = atOnce;
        this.database = database;
        this.json = json;
    }

    /// How far an import is, whether it runs or has ended.
    public Optional<ImportReport> find(String importId) {
        return QuarkusTransaction.joiningExisting().call(() -> load(importId).map(ImportRow::report));
    }

    RunningImport begin(String importId) {
        admit(importId);
        try {
            return new RunningImport(this, QuarkusTransaction.requiringNew().call(() -> open(importId)));
        } catch (RuntimeException e) {
            leave(importId);
            throw e;
        }
    }

    private synchronized void admit(String importId) {
        if (runningHere.contains(importId)) {
            throw running(importId);
        }
        if (runningHere.size() >= atOnce) {
            throw tooMany();
        }
        runningHere.add(importId);
    }

    private synchronized void leave(String importId) {
        runningHere.remove(importId);
    }

    private ImportRow open(String importId) {
        database.update(
                "INSERT INTO import (import_id, started_at) VALUES (?, now()) ON CONFLICT DO NOTHING", importId);
        database.update("""
                UPDATE import SET state = 'RUNNING', finished_at = NULL, recent_lines = received, recent_at = now(),
                    expected_lines = NULL
                WHERE import_id = ? AND state <> 'COMPLETED'
                """, importId);
        return load(importId).orElseThrow();
    }

    /// The import one step on. Throws a problem (409) where it is not at the line any more where it was.
    ImportRow save(ImportRow before, Step step) {
        return database.first(
                        """
                        UPDATE import SET state = 'RUNNING', finished_at = NULL, last_line = ?, received = received + ?,
                            created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                            rejected = rejected + ?, seconds_worked = seconds_worked + ?,
                            recent_lines = ?, recent_at = now() - make_interval(secs => ?), expected_lines = ?,
                            errors = coalesce(errors || ?::jsonb, errors)
                        WHERE import_id = ? AND last_line = ? RETURNING *, now() AS now
                        """,
                        row -> ImportRow.read(row, json),
                        step.lastLine(),
                        step.lines(),
                        step.imported().created(),
                        step.imported().updated(),
                        step.imported().unchanged(),
                        step.rejected(),
                        seconds(step.nanosWorked()),
                        step.recentLines(),
                        seconds(step.recentNanos()),
                        step.expectedLines(),
                        textOf(step.errors()),
                        before.importId(),
                        before.lastLine())
                .orElseThrow(() -> running(before.importId()));
    }

    /// It ends here, unless it has gone on elsewhere, or had ended before and nothing came of trying it again.
    void end(ImportRow last, State state) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.update(
                            "UPDATE import SET state = ?, finished_at = now() WHERE import_id = ? AND last_line = ?"
                                    + " AND state = 'RUNNING'",
                            state.name(),
                            last.importId(),
                            last.lastLine()));
        } finally {
            leave(last.importId());
        }
    }

    private static HttpProblem running(String importId) {
        return Problems.conflict("import-running", "This import is running", "Read its progress under its id")
                .with("importId", importId)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    private HttpProblem tooMany() {
        return Problems.of(
                        "too-many-imports",
                        Status.SERVICE_UNAVAILABLE,
                        "Too many imports are running",
                        "Send it again when one of the %d has ended".formatted(atOnce))
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    /// Null for none: what is stored already is then not written again.
    private @Nullable String textOf(List<LineError> errors) {
        try {
            return errors.isEmpty() ? null : json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private Optional<ImportRow> load(String importId) {
        return database.first(
                "SELECT *, now() AS now FROM import WHERE import_id = ?", row -> ImportRow.read(row, json), importId);
    }
}
