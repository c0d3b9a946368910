package shop.contracts.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.contracts.bulk.ImportReport.State;
import shop.contracts.sql.Sql;

/// A row of the table `import`, as it is at one moment.
///
/// @param lastLine the last one that was worked off
/// @param secondsWorked for how long it has run, over all tries
/// @param recentLines how many were received at `recentAt`
/// @param expectedLines how many there seem to be, if that is known
record ImportRow(
        String importId,
        State state,
        Instant now,
        long lastLine,
        long received,
        long created,
        long updated,
        long unchanged,
        long rejected,
        double secondsWorked,
        long recentLines,
        Instant recentAt,
        @Nullable Long expectedLines,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<LineError> errors) {

    private static final TypeReference<List<LineError>> ERRORS = new TypeReference<>() {};
    private static final double NANOS = 1e9;

    static ImportRow read(ResultSet row, ObjectMapper json) throws SQLException {
        return new ImportRow(
                row.getString("import_id"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("now").toInstant(),
                row.getLong("last_line"),
                row.getLong("received"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getDouble("seconds_worked"),
                row.getLong("recent_lines"),
                row.getTimestamp("recent_at").toInstant(),
                row.getObject("expected_lines", Long.class),
                row.getTimestamp("started_at").toInstant(),
                Sql.instant(row, "finished_at"),
                errors(row.getString("errors"), json));
    }

    ImportReport report() {
        return new ImportReport(
                importId,
                state,
                received,
                created,
                updated,
                unchanged,
                rejected,
                Math.round(rate()),
                startedAt,
                estimatedEnd(),
                finishedAt,
                errors);
    }

    /// Lines a second.
    private double rate() {
        return state == State.RUNNING
                ? rate(received - recentLines, Duration.between(recentAt, now).toNanos() / NANOS)
                : rate(received, secondsWorked);
    }

    private static double rate(long lines, double seconds) {
        return seconds > 0 ? lines / seconds : 0;
    }

    private @Nullable Instant estimatedEnd() {
        var rate = rate();
        if (state != State.RUNNING || expectedLines == null || rate == 0) {
            return null;
        }
        var secondsLeft = Math.max(0, expectedLines - lastLine) / rate;
        return now.plusMillis(Math.round(secondsLeft * 1000));
    }

    private static List<LineError> errors(String text, ObjectMapper json) {
        try {
            return json.readValue(text, ERRORS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
