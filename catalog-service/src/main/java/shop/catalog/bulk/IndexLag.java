package shop.catalog.bulk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import shop.catalog.bulk.Unindexed.Indexed;
import shop.contracts.bulk.ImportReport;

/// How far the index is behind one import, which waits for it: but only for an index that goes on. While OpenSearch is
/// away the import goes on alone, as the topic keeps all that is to be indexed.
final class IndexLag {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final long mostWaiting;
    private final Duration patience;
    private final Supplier<Indexed> look;
    private Indexed seen = new Indexed(0, 0);
    private long moved = System.nanoTime();

    /// @param look counts what the index has
    IndexLag(long mostWaiting, Duration patience, Supplier<Indexed> look) {
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        this.look = look;
    }

    /// Returns when the index is near enough, or stands still. It is looked at only where it may be too far behind.
    void await(ImportReport report) {
        var changed = report.created() + report.updated();
        while (isBehind(changed) && look(changed)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isBehind(long changed) {
        return changed - seen.ofImport() > mostWaiting;
    }

    /// Whether the index is still behind, and worth waiting for.
    private boolean look(long changed) {
        var now = look.get();
        if (now.ofAll() > seen.ofAll()) {
            moved = System.nanoTime();
        }
        seen = now;
        return isBehind(changed) && System.nanoTime() - moved < patience.toNanos();
    }
}
