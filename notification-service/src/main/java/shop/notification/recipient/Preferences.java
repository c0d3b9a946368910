package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Channel;

/// What customers want, by customer.
@ApplicationScoped
public class Preferences {

    private final Sql database;

    Preferences(Sql database) {
        this.database = database;
    }

    /// Of each of these customers, the chosen or the default preference.
    public Map<String, Preference> of(Collection<String> customerIds) {
        var sql = "SELECT * FROM preferences WHERE customer_id = ANY (?::text[])";
        var chosen = database.query(sql, Preferences::preference, Column.ofTexts(customerIds)).stream()
                .collect(Collectors.toMap(Preference::customerId, Function.identity()));
        return customerIds.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), it -> chosen.getOrDefault(it, Preference.byDefault(it))));
    }

    /// Replaces the preference; null if it no longer has the version that was read.
    @Nullable
    Preference replace(String customerId, Set<Channel> off, long readVersion) {
        var sql = """
                INSERT INTO preferences AS p (customer_id, version, channels_off) VALUES (?, 1, ?::text[])
                ON CONFLICT (customer_id) DO UPDATE SET version = p.version + 1, channels_off = excluded.channels_off
                WHERE p.version = ?
                RETURNING *
                """;
        var replaced = database.query(
                sql, Preferences::preference, customerId, Column.of("text", off, Channel::name), readVersion);
        return replaced.isEmpty() ? null : replaced.getFirst();
    }

    void forget(List<String> customerIds) {
        database.update("DELETE FROM preferences WHERE customer_id = ANY (?::text[])", Column.ofTexts(customerIds));
    }

    private static Preference preference(ResultSet row) throws SQLException {
        var off = (String[]) row.getArray("channels_off").getArray();
        return new Preference(
                row.getString("customer_id"),
                Arrays.stream(off).map(Channel::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getLong("version"));
    }
}
