package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the latest rebuild of the index stands.
///
/// @param index the one that is built, or was
/// @param read records of the topic, of `toRead` that it had when this was looked at last; those that it has dropped
///     since, as newer ones came, count for both
/// @param estimatedEnd if it goes on as fast as so far
/// @param reason of a failure
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndexRebuild(
        State state,
        @Nullable String index,
        long read,
        long toRead,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant estimatedEnd,
        @Nullable String reason) {

    static final IndexRebuild NONE = new IndexRebuild(State.NONE, null, 0, 0, null, null, null, null);

    enum State {
        /// There was none yet.
        NONE,
        RUNNING,
        COMPLETED,
        /// What serves serves on; if it is not whole or too old, a rebuild is tried again.
        FAILED
    }

    /// When all will be read that is to be; null as long as nothing says how fast that goes.
    static @Nullable Instant estimatedEnd(Instant startedAt, Instant now, long read, long toRead) {
        if (read == 0) {
            return null;
        }
        var soFar = Duration.between(startedAt, now).toMillis();
        return now.plusMillis((long) ((double) soFar * (toRead - read) / read));
    }
}
