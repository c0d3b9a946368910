package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.catalog.search.IndexRebuild.State;
import shop.contracts.sql.Sql;

/// The table `index_rebuild`: how the latest rebuild stands, and who is at it. All times are the database's.
@ApplicationScoped
class IndexRebuilds {

    private static final String CLAIM = """
            INSERT INTO index_rebuild AS r (claim, lease_until, state, index_name, read, to_read, started_at)
            VALUES (?, now() + ? * interval '1 ms', 'RUNNING', ?, 0, 0, now())
            ON CONFLICT (latest) DO UPDATE SET claim = excluded.claim, lease_until = excluded.lease_until,
                state = excluded.state, index_name = excluded.index_name, read = 0, to_read = 0, reason = NULL,
                started_at = excluded.started_at, finished_at = NULL
            WHERE CASE r.state
                WHEN 'RUNNING' THEN r.lease_until < now()
                WHEN 'FAILED' THEN r.finished_at <= now() - ? * interval '1 ms'
                ELSE true END
            """;
    private static final String RENEW = """
            UPDATE index_rebuild SET lease_until = now() + ? * interval '1 ms', read = ?, to_read = ?
            WHERE claim = ? AND state = 'RUNNING'
            """;
    private static final String END = """
            UPDATE index_rebuild SET state = ?, reason = ?, read = ?, to_read = ?, finished_at = now()
            WHERE claim = ? AND state = 'RUNNING'
            """;

    private final Sql database;
    private final RebuildSettings settings;

    IndexRebuilds(Sql database, RebuildSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// The right to build this index, if nobody is at a rebuild: nobody whose lease has not run out.
    ///
    /// @param pause there is none either for so long after a failure
    Optional<RebuildClaim> claim(String index, Duration pause) {
        var claim = new RebuildClaim(index);
        var lease = settings.lease().toMillis();
        var claimed = database.update(CLAIM, claim.id(), lease, index, pause.toMillis());
        return claimed == 1 ? Optional.of(claim) : Optional.empty();
    }

    /// Tells how far it is, and that it goes on. False where it does not, as another one has claimed a rebuild.
    boolean renew(RebuildClaim claim) {
        return database.update(RENEW, settings.lease().toMillis(), claim.read(), claim.toRead(), claim.id()) == 1;
    }

    /// Lets whoever looks next begin anew.
    void release(RebuildClaim claim) {
        database.update("UPDATE index_rebuild SET lease_until = '-infinity' WHERE claim = ?", claim.id());
    }

    void complete(RebuildClaim claim) {
        end(claim, State.COMPLETED, null);
    }

    void fail(RebuildClaim claim, String reason) {
        end(claim, State.FAILED, reason);
    }

    /// Whether somebody began a rebuild and was stopped.
    boolean isAbandoned() {
        return database.first("SELECT FROM index_rebuild WHERE state = 'RUNNING' AND lease_until < now()", _ -> true)
                .isPresent();
    }

    IndexRebuild latest() {
        return database.first("SELECT *, now() AS now FROM index_rebuild", IndexRebuilds::read)
                .orElse(IndexRebuild.NONE);
    }

    private void end(RebuildClaim claim, State state, @Nullable String reason) {
        database.update(END, state.name(), reason, claim.read(), claim.toRead(), claim.id());
    }

    private static IndexRebuild read(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var startedAt = instant(row, "started_at");
        var read = row.getLong("read");
        var toRead = row.getLong("to_read");
        return new IndexRebuild(
                state,
                row.getString("index_name"),
                read,
                toRead,
                startedAt,
                Sql.instant(row, "finished_at"),
                state == State.RUNNING ? IndexRebuild.estimatedEnd(startedAt, instant(row, "now"), read, toRead) : null,
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column));
    }
}
