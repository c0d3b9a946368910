package shop.contracts.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The table `idempotency_key`: answers by scope (method and path) and key, kept for 24 hours.
@ApplicationScoped
class IdempotencyKeys {

    private final DataSource database;

    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /// True if no other transaction works on this key now; holds it until this transaction ends.
    boolean tryLock(String scope, String key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = prepare(
                        connection, "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", scope + " " + key);
                var result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    Optional<FirstAnswer> find(String scope, String key) throws SQLException {
        var sql = "SELECT fingerprint, status, location, etag, body FROM idempotency_key WHERE key = ? AND scope = ?";
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, key, scope);
                var result = statement.executeQuery()) {
            return result.next() ? Optional.of(answer(result)) : Optional.empty();
        }
    }

    void keep(String scope, String key, FirstAnswer answer) throws SQLException {
        var sql = """
                INSERT INTO idempotency_key (key, scope, fingerprint, status, location, etag, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """;
        try (var connection = database.getConnection();
                var statement = prepare(
                        connection,
                        sql,
                        key,
                        scope,
                        answer.fingerprint(),
                        answer.status(),
                        answer.location(),
                        answer.etag(),
                        answer.body())) {
            statement.executeUpdate();
        }
    }

    @Scheduled(every = "10m", delayed = "1m")
    void forgetOld() throws SQLException {
        try (var connection = database.getConnection();
                var statement = prepare(
                        connection, "DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'")) {
            statement.executeUpdate();
        }
    }

    private static FirstAnswer answer(ResultSet row) throws SQLException {
        return new FirstAnswer(
                row.getString("fingerprint"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body"));
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
