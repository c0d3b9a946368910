package shop.cart.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the last rebuild stands.
///
/// @param read records, of all topics
/// @param skipped those of them that could not be read or kept; the consumers left them to the dead letters before
/// @param topics the same for each topic
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rebuild(
        State state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long read,
        long skipped,
        Map<String, Progress> topics) {

    static final Rebuild NONE = new Rebuild(State.NONE, null, null, 0, 0, Map.of());

    enum State {
        /// There was none for long.
        NONE,
        RUNNING,
        COMPLETED,
        /// It will be tried again where the views are not whole.
        FAILED
    }

    record Progress(long read, long skipped) {}

    static Rebuild begunAt(Instant time) {
        return new Rebuild(State.RUNNING, time, null, 0, 0, Map.of());
    }

    Rebuild and(String topic, long moreRead, long moreSkipped) {
        var all = new TreeMap<>(topics);
        all.merge(
                topic,
                new Progress(moreRead, moreSkipped),
                (had, more) -> new Progress(had.read() + more.read(), had.skipped() + more.skipped()));
        return new Rebuild(state, startedAt, finishedAt, read + moreRead, skipped + moreSkipped, all);
    }

    Rebuild ended(State how, Instant time) {
        return new Rebuild(how, startedAt, time, read, skipped, topics);
    }
}
