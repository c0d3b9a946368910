package shop.contracts.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.function.Function;
import shop.contracts.bulk.ImportReport.State;

/// An import under way; closing it before [#complete] leaves it `FAILED`, to be taken up again.
final class RunningImport implements AutoCloseable {

    private static final int ERRORS_KEPT = 1000;

    private final Imports imports;
    private final RecentLines recent;
    private ImportRow row;
    private long lastKept = System.nanoTime();
    private State end = State.FAILED;
    private boolean closed;

    RunningImport(Imports imports, ImportRow row) {
        this.imports = imports;
        this.row = row;
        recent = new RecentLines(row.received(), lastKept);
    }

    /// The last line that is worked off.
    long lastLine() {
        return row.lastLine();
    }

    /// Stores a block and the progress together: both or neither.
    ///
    /// Throws a problem (409) where the import has gone on elsewhere.
    <T> ImportReport keep(ReadBlock<T> block, Function<List<T>, Imported> store) {
        row = QuarkusTransaction.requiringNew().call(() -> {
            var imported = block.store(store);
            return imports.save(row, stepOf(block, imported));
        });
        return row.report();
    }

    private Step stepOf(ReadBlock<?> block, Imported imported) {
        var now = System.nanoTime();
        var since = recent.since(row.received() + block.lines(), now);
        var errors = block.errors(imported);
        var nanosWorked = now - lastKept;
        lastKept = now;
        return new Step(
                block.lastLine(),
                block.lines(),
                imported,
                errors.size(),
                errors.stream().limit(ERRORS_KEPT - row.errors().size()).toList(),
                nanosWorked,
                since.lines(),
                now - since.nanos(),
                block.expectedLines());
    }

    ImportReport complete() {
        end = State.COMPLETED;
        close();
        return imports.find(row.importId()).orElseThrow();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            imports.end(row, end);
        }
    }
}
