package shop.contracts.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works off a batch of records so that one bad record never stops the others.
///
/// What passes by itself (the database or the broker is away, a deadlock, a time-out) is tried again, with growing
/// pauses, for as long as it takes: the offset is not committed meanwhile, so nothing is lost. Anything else is the
/// records' own fault, and halving the batch finds which. A batch that times out again and again is halved, too; one
/// record alone is waited for.
public final class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /// Connection lost, transaction rolled back, resources short, operator intervened, a disk failed: they pass.
    private static final Set<String> TRANSIENT_SQLSTATE_CLASSES = Set.of("08", "40", "53", "57", "58");

    /// The server only reads while another takes over from it, or it ended the session, as its transaction rested or
    /// took too long; in class 25 all else is a fault of ours.
    private static final Set<String> TRANSIENT_SQLSTATES = Set.of("25006", "25P03", "25P04");

    /// A statement, or a transaction, took too long.
    private static final Set<String> TIME_OUTS = Set.of("57014", "25P04");

    /// After so many time-outs a batch is taken to be too large for its time, and not the database to be slow.
    private static final int MOST_TIME_OUTS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private Batches() {}

    /// Returns what `work` says to the batch or, for a record that it cannot take, what `refused` says to that record.
    ///
    /// `work` must be one transaction: it is called again with a part of the batch after it failed with the whole.
    public static <T, R> List<R> handle(
            List<T> batch, Function<List<T>, List<R>> work, BiFunction<T, RuntimeException, List<R>> refused) {
        if (batch.isEmpty()) {
            return List.of();
        }
        try {
            return untilItPasses(() -> work.apply(batch), batch.size() == 1 ? Integer.MAX_VALUE : MOST_TIME_OUTS);
        } catch (RuntimeException e) {
            return batch.size() == 1
                    ? untilItPasses(() -> refused.apply(batch.getFirst(), e))
                    : halves(batch, work, refused);
        }
    }

    /// Repeats an action for as long as it fails for a reason that passes by itself.
    public static <R> R untilItPasses(Attempt<R> attempt) {
        return untilItPasses(attempt, Integer.MAX_VALUE);
    }

    private static <R> R untilItPasses(Attempt<R> attempt, int mostTimeOuts) {
        var timeOuts = 0;
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return attempt.run();
            } catch (RuntimeException e) {
                if (!passesByItself(e) || isTimeOut(e) && ++timeOuts >= mostTimeOuts) {
                    throw e;
                }
                LOG.warnf("Will try again in %d ms: %s", pause.toMillis(), e);
                sleep(pause, e);
            }
        }
    }

    private static <T, R> List<R> halves(
            List<T> batch, Function<List<T>, List<R>> work, BiFunction<T, RuntimeException, List<R>> refused) {
        var middle = batch.size() / 2;
        var answers = new ArrayList<R>(handle(batch.subList(0, middle), work, refused));
        answers.addAll(handle(batch.subList(middle, batch.size()), work, refused));
        return answers;
    }

    private static boolean passesByItself(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SQLException e -> {
                    var state = e.getSQLState();
                    return state == null
                            || TRANSIENT_SQLSTATES.contains(state)
                            || TRANSIENT_SQLSTATE_CLASSES.contains(state.substring(0, 2));
                }
                case NotSent e -> {
                    return e.passesByItself();
                }
                case Unavailable _ -> {
                    return true;
                }
                case jakarta.transaction.RollbackException e
                when e.getCause() == null -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isTimeOut(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof SQLException e && TIME_OUTS.contains(e.getSQLState()));
    }

    private static Duration longer(Duration pause) {
        var next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static void sleep(Duration pause, RuntimeException unfinished) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unfinished;
        }
    }

    /// Thrown by work that needs a helper (an index, a mail server) which is away for a while.
    public static class Unavailable extends RuntimeException {
        public Unavailable(@Nullable String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// One try of something that may fail for a while.
    @FunctionalInterface
    public interface Attempt<R> {
        R run();
    }
}
