package shop.contracts.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import shop.contracts.sql.Sql;

/// The table `idempotency_key`: answers by scope (method and path) and key, kept for 24 hours.
@ApplicationScoped
class IdempotencyKeys {

    private final Sql database;

    IdempotencyKeys(Sql database) {
        this.database = database;
    }

    /// True if no other transaction works on this key now; holds it until this transaction ends.
    boolean tryLock(String scope, String key) {
        var sql = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";
        return database.query(sql, row -> row.getBoolean(1), scope + " " + key).getFirst();
    }

    Optional<FirstAnswer> find(String scope, String key) {
        var sql = "SELECT fingerprint, status, location, etag, body FROM idempotency_key WHERE key = ? AND scope = ?";
        return database.first(sql, IdempotencyKeys::answer, key, scope);
    }

    void keep(String scope, String key, FirstAnswer answer) {
        database.update(
                """
                INSERT INTO idempotency_key (key, scope, fingerprint, status, location, etag, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                key,
                scope,
                answer.fingerprint(),
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body());
    }

    @Scheduled(every = "10m", delayed = "1m")
    void forgetOld() {
        database.update("DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'");
    }

    private static FirstAnswer answer(ResultSet row) throws SQLException {
        return new FirstAnswer(
                row.getString("fingerprint"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body"));
    }
}
