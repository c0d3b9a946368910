package shop.contracts.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an import is. `errors` holds the first 1,000, `rejected` counts all.
///
/// @param rate lines a second: over the last ten seconds while it runs, afterwards over all the time that it ran
/// @param estimatedEnd when it will have ended at this rate; null where nobody knows how long it is, or it has ended
public record ImportReport(
        String importId,
        State state,
        long received,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long rate,
        Instant startedAt,
        @Nullable Instant estimatedEnd,
        @Nullable Instant finishedAt,
        List<LineError> errors) {

    /// `FAILED` is what a cut connection leaves; the same import sent again goes on.
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }
}
