package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;

/// Lets one transaction at a time change what is kept of a customer: two devices that register at once do not miss each
/// other, and nothing is written of a customer who is just being forgotten. It is no row's lock, as there may be none.
@ApplicationScoped
class CustomerLock {

    private final Sql database;

    CustomerLock(Sql database) {
        this.database = database;
    }

    /// Holds these customers until the transaction ends; whoever reads after it sees what was done before.
    void hold(Collection<String> customerIds) {
        var sql = """
                SELECT pg_advisory_xact_lock(lock) FROM (
                    SELECT DISTINCT hashtextextended('customer ' || customer_id, 0) AS lock
                    FROM unnest(?::text[]) AS held (customer_id) ORDER BY lock
                ) AS locks
                """;
        database.query(sql, _ -> true, Column.ofTexts(customerIds));
    }
}
