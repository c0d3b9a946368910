package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import shop.contracts.event.Batches;
import shop.contracts.sql.Sql;

/// How many messages a second each provider is given, by all replicas together: a row per provider says when the
/// next may go out, and whoever needs some takes a fifth of a second's worth of places from there on. So within
/// any second a provider gets at most a fifth more than its rate.
@ApplicationScoped
class Rates {

    private static final int LEASES_PER_SECOND = 5;

    private static final String LEASE = """
            INSERT INTO provider_rate AS r (provider, free_at) VALUES (?, now() + ? * interval '1 microsecond')
            ON CONFLICT (provider) DO UPDATE
            SET free_at = greatest(r.free_at, now()) + (excluded.free_at - now())
            RETURNING extract(epoch FROM free_at - now()) * 1000000 AS ends_in,
                extract(epoch FROM greatest(paused_until, now()) - now()) * 1000000 AS paused_for
            """;

    private final Sql database;
    private final Clock clock;

    Rates(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes the next places of a provider; as many as are wanted, for a moment, where it has no limit.
    ///
    /// @param perSecond 0 where there is no limit
    Lease lease(String provider, int perSecond) {
        var tokens = perSecond == 0 ? Integer.MAX_VALUE : Math.max(1, perSecond / LEASES_PER_SECOND);
        var micros = perSecond == 0 ? 0 : tokens * 1_000_000L / perSecond;
        var asked = clock.instant();
        return Batches.untilItPasses(() -> QuarkusTransaction.requiringNew()
                .call(() -> database.first(LEASE, row -> lease(row, asked, tokens, micros), provider, micros)
                        .orElseThrow()));
    }

    private static Lease lease(ResultSet row, Instant asked, int tokens, long micros) throws SQLException {
        return new Lease(
                asked.plusNanos((row.getLong("ends_in") - micros) * 1000),
                Duration.ofNanos(micros * 1000 / tokens),
                tokens,
                asked.plusNanos(row.getLong("paused_for") * 1000));
    }

    /// Lets all replicas leave a provider alone until a moment.
    void pause(String provider, Instant until) {
        var sql = """
                INSERT INTO provider_rate AS r (provider, free_at, paused_until) VALUES (?, now(), ?)
                ON CONFLICT (provider) DO UPDATE SET paused_until = greatest(r.paused_until, excluded.paused_until)
                """;
        Batches.untilItPasses(
                () -> QuarkusTransaction.requiringNew().call(() -> database.update(sql, provider, until)));
    }

    /// Places of one provider.
    ///
    /// @param from when the first may go out
    /// @param apart how long each waits after the one before; zero where there is no limit
    /// @param pausedUntil until when the provider wants to be left alone; in the past where it does not
    record Lease(Instant from, Duration apart, int tokens, Instant pausedUntil) {

        private static final Duration GRACE = Duration.ofMillis(1000 / LEASES_PER_SECOND);

        /// A place that nobody took by then is lost: places that are saved up would make a burst.
        Instant goodUntil() {
            return from.plus(apart.multipliedBy(apart.isZero() ? 1 : tokens)).plus(GRACE);
        }
    }
}
