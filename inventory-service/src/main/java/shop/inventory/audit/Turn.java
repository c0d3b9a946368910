package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import shop.contracts.sql.Sql;

/// Long work that only one may be at, over all replicas.
@ApplicationScoped
class Turn {

    private static final String MAY_REST = "SELECT set_config('idle_in_transaction_session_timeout', ?, true)";
    private static final String TRY_TAKE = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private final Sql database;

    Turn(Sql database) {
        this.database = database;
    }

    /// True if nobody else is at this work; holds them off until the transaction that is open ends, which may rest for
    /// as long as the work takes.
    boolean tryTake(Work work, Duration longest) {
        database.query(MAY_REST, row -> row.getString(1), Long.toString(longest.toMillis()));
        return database.query(TRY_TAKE, row -> row.getBoolean(1), work.lock).getFirst();
    }

    enum Work {
        AUDIT("inventory audit"),
        REPAIR("inventory repair");

        private final String lock;

        Work(String lock) {
            this.lock = lock;
        }
    }
}
