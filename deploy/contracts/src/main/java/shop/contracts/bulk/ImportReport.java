package shop.contracts.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an import is. `errors` holds the first 1,000, `rejected` counts all.
public record ImportReport(
        String importId,
        State state,
        long received,
        long created,
        long updated,
        long unchanged,
        long rejected,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<LineError> errors) {

    /// `FAILED` is what a cut connection leaves; the same import sent again goes on.
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }
}
