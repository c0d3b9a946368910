package shop.cart.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shop.cart.json.Json;
import shop.contracts.sql.Sql;

/// The table `pricing_policy`: every policy that there was; the newest is in force. Each method is one statement.
@ApplicationScoped
class PricingPolicies {

    private final Sql database;
    private final Json json;

    PricingPolicies(Sql database, Json json) {
        this.database = database;
        this.json = json;
    }

    PolicyVersion newest() {
        return before(Long.MAX_VALUE, 1).getFirst();
    }

    /// The policies before a version, newest first.
    List<PolicyVersion> before(long version, int limit) {
        var sql = """
                SELECT version, since, changed_by, policy FROM pricing_policy
                WHERE version < ? ORDER BY version DESC LIMIT ?
                """;
        return database.query(sql, this::policy, version, limit);
    }

    /// Adds the policy after a version; nothing where somebody else was faster.
    Optional<PolicyVersion> addAfter(long version, PricingPolicy policy, String changedBy) {
        var sql = """
                INSERT INTO pricing_policy (version, changed_by, policy) VALUES (?, ?, ?::jsonb)
                ON CONFLICT DO NOTHING RETURNING version, since, changed_by, policy
                """;
        return database.first(sql, this::policy, version + 1, changedBy, json.write(policy));
    }

    private PolicyVersion policy(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getLong("version"),
                row.getTimestamp("since").toInstant(),
                row.getString("changed_by"),
                json.read(row.getString("policy"), PricingPolicy.class));
    }
}
