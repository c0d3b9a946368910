package shop.contracts.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import shop.contracts.bulk.ImportReport.State;
import shop.contracts.http.Problems;
import shop.contracts.sql.Sql;

/// The table `import`: the progress of each, written in the transaction that stores its lines.
@ApplicationScoped
public class Imports {

    private static final int ERRORS_KEPT = 1000;
    private static final TypeReference<List<LineError>> ERRORS = new TypeReference<>() {};

    private final Sql database;
    private final ObjectMapper json;
    private final Set<String> runningHere = ConcurrentHashMap.newKeySet();

    Imports(Sql database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// How far an import is, whether it runs or has ended.
    public Optional<ImportReport> find(String importId) {
        return QuarkusTransaction.joiningExisting().call(() -> load(importId).map(Stored::report));
    }

    Running begin(String importId) {
        if (!runningHere.add(importId)) {
            throw Problems.conflict("import-running", "This import is running", "Read its progress under its id")
                    .with("importId", importId)
                    .withHeader("Retry-After", 5)
                    .build();
        }
        return new Running(QuarkusTransaction.requiringNew().call(() -> open(importId)));
    }

    private Stored open(String importId) {
        database.update(
                "INSERT INTO import (import_id, started_at) VALUES (?, now()) ON CONFLICT DO NOTHING", importId);
        database.update("UPDATE import SET state = 'RUNNING', finished_at = NULL WHERE import_id = ?", importId);
        return load(importId).orElseThrow();
    }

    private Optional<Stored> load(String importId) {
        return database.first("SELECT * FROM import WHERE import_id = ?", this::stored, importId);
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getLong("last_line"), report(row));
    }

    private ImportReport report(ResultSet row) throws SQLException {
        return new ImportReport(
                row.getString("import_id"),
                State.valueOf(row.getString("state")),
                row.getLong("received"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getTimestamp("started_at").toInstant(),
                Sql.instant(row, "finished_at"),
                errors(row.getString("errors")));
    }

    private List<LineError> errors(String text) {
        try {
            return json.readValue(text, ERRORS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void save(long lastLine, ImportReport report) throws JsonProcessingException {
        database.update(
                """
                UPDATE import SET last_line = ?, received = ?, created = ?, updated = ?, unchanged = ?, rejected = ?,
                errors = ?::jsonb WHERE import_id = ?
                """,
                lastLine,
                report.received(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejected(),
                json.writeValueAsString(report.errors()),
                report.importId());
    }

    private record Stored(long lastLine, ImportReport report) {}

    /// What became of a block of lines.
    record Block(int lines, Imported imported, List<LineError> errors) {}

    /// An import under way; closing it before [#complete] leaves it `FAILED`, to be taken up again.
    final class Running implements AutoCloseable {
        private Stored stored;
        private State end = State.FAILED;

        private Running(Stored stored) {
            this.stored = stored;
        }

        long lastLine() {
            return stored.lastLine();
        }

        void keep(long lastLine, Supplier<Block> work) {
            stored = QuarkusTransaction.requiringNew().call(() -> {
                var next = new Stored(lastLine, add(work.get()));
                save(next.lastLine(), next.report());
                return next;
            });
        }

        ImportReport complete() {
            end = State.COMPLETED;
            close();
            return find(stored.report().importId()).orElseThrow();
        }

        @Override
        public void close() {
            if (runningHere.remove(stored.report().importId())) {
                QuarkusTransaction.requiringNew().call(() -> {
                    database.update(
                            "UPDATE import SET state = ?, finished_at = now() WHERE import_id = ?",
                            end.name(),
                            stored.report().importId());
                    return end;
                });
            }
        }

        private ImportReport add(Block block) {
            var before = stored.report();
            var errors = new ArrayList<>(before.errors());
            block.errors().stream()
                    .limit(Math.max(0, ERRORS_KEPT - errors.size()))
                    .forEach(errors::add);
            return new ImportReport(
                    before.importId(),
                    State.RUNNING,
                    before.received() + block.lines(),
                    before.created() + block.imported().created(),
                    before.updated() + block.imported().updated(),
                    before.unchanged() + block.imported().unchanged(),
                    before.rejected() + block.errors().size(),
                    before.startedAt(),
                    null,
                    errors);
        }
    }
}
