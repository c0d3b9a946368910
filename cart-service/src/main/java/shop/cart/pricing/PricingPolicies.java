package shop.cart.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import shop.cart.json.Json;

/// The table `pricing_policy`: every policy that there was; the newest is in force.
@ApplicationScoped
@Transactional
class PricingPolicies {

    private final DataSource database;
    private final Json json;

    PricingPolicies(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    PolicyVersion newest() throws SQLException {
        return before(Long.MAX_VALUE, 1).getFirst();
    }

    /// The policies before a version, newest first.
    List<PolicyVersion> before(long version, int limit) throws SQLException {
        var sql = "SELECT version, since, policy FROM pricing_policy WHERE version < ? ORDER BY version DESC LIMIT ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, version);
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                return all(rows);
            }
        }
    }

    /// Adds the policy after a version; nothing where somebody else was faster.
    Optional<PolicyVersion> addAfter(long version, PricingPolicy policy) throws SQLException {
        var sql = """
                INSERT INTO pricing_policy (version, policy) VALUES (?, ?::jsonb)
                ON CONFLICT DO NOTHING RETURNING version, since, policy
                """;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, version + 1);
            statement.setString(2, json.write(policy));
            try (var rows = statement.executeQuery()) {
                return all(rows).stream().findFirst();
            }
        }
    }

    private List<PolicyVersion> all(ResultSet rows) throws SQLException {
        var policies = new ArrayList<PolicyVersion>();
        while (rows.next()) {
            policies.add(new PolicyVersion(
                    rows.getLong("version"),
                    rows.getTimestamp("since").toInstant(),
                    json.read(rows.getString("policy"), PricingPolicy.class)));
        }
        return policies;
    }
}
