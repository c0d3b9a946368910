package shop.contracts.deadletter;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shop.contracts.deadletter.LetterReader.Held;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;

/// The table `dead_letter_replay`: kept for as long as the letters are.
@ApplicationScoped
class Replays {

    private final Sql database;

    Replays(Sql database) {
        this.database = database;
    }

    void record(String topic, LetterId letter, String actor, String reason) {
        database.update("""
                INSERT INTO dead_letter_replay (topic, partition, "offset", actor, reason) VALUES (?, ?, ?, ?, ?)
                """, topic, letter.partition(), letter.offset(), actor, reason);
    }

    /// Those of each letter that was replayed, the oldest first.
    Map<LetterId, List<Replay>> of(String topic, Collection<LetterId> letters) {
        var found = database.query(
                """
                SELECT partition, "offset", at, actor, reason FROM dead_letter_replay
                JOIN unnest(?, ?) AS letter (partition, "offset") USING (partition, "offset")
                WHERE topic = ? ORDER BY at
                """,
                Found::of,
                Column.of("integer", letters, LetterId::partition),
                Column.of("bigint", letters, LetterId::offset),
                topic);
        return found.stream()
                .collect(Collectors.groupingBy(Found::letter, Collectors.mapping(Found::replay, Collectors.toList())));
    }

    /// How many letters of a part were replayed, once or more often.
    long countReplayed(Held part) {
        return database.query(
                        """
                        SELECT count(DISTINCT "offset") FROM dead_letter_replay
                        WHERE topic = ? AND partition = ? AND "offset" >= ? AND "offset" < ?
                        """,
                        row -> row.getLong(1),
                        part.partition().topic(),
                        part.partition().partition(),
                        part.begin(),
                        part.end())
                .getFirst();
    }

    /// The offsets of the oldest letters of a part that were not replayed yet. The series stands among what is
    /// selected, where it is made only as far as it is read.
    List<Long> notReplayed(Held part, int limit) {
        return database.query(
                """
                SELECT it FROM (SELECT generate_series(?, ? - 1) AS it) AS letter
                WHERE NOT EXISTS (
                    SELECT FROM dead_letter_replay WHERE topic = ? AND partition = ? AND "offset" = it)
                LIMIT ?
                """,
                row -> row.getLong(1),
                part.begin(),
                part.end(),
                part.partition().topic(),
                part.partition().partition(),
                limit);
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOld() {
        database.update("DELETE FROM dead_letter_replay WHERE at < now() - interval '30 days'");
    }

    private record Found(LetterId letter, Replay replay) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    new LetterId(row.getInt("partition"), row.getLong("offset")),
                    new Replay(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("actor"),
                            row.getString("reason")));
        }
    }
}
