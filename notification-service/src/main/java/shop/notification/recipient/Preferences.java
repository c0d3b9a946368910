package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        var chosen = database.query(sql, PreferenceRow::read, Column.ofTexts(customerIds)).stream()
                .collect(Collectors.toMap(Preference::customerId, Function.identity()));
        return customerIds.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), it -> chosen.getOrDefault(it, Preference.byDefault(it))));
    }

    /// Makes this the customer's choice, whatever it was.
    Preference choose(String customerId, Choices choices) {
        var sql = """
                INSERT INTO preferences AS p (customer_id, version, channels_off, kinds_on, kinds_off, quiet_from,
                    quiet_until, time_zone, language)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (customer_id) DO UPDATE SET version = p.version + 1, channels_off = excluded.channels_off,
                    kinds_on = excluded.kinds_on, kinds_off = excluded.kinds_off, quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until, time_zone = excluded.time_zone, language = excluded.language
                RETURNING *
                """;
        var quiet = choices.quietHours();
        return database.query(
                        sql,
                        PreferenceRow::read,
                        customerId,
                        Column.of("text", choices.off(), Channel::name),
                        PreferenceRow.kinds(choices, true),
                        PreferenceRow.kinds(choices, false),
                        quiet == null ? null : quiet.from(),
                        quiet == null ? null : quiet.until(),
                        choices.timeZone().getId(),
                        choices.language().toLanguageTag())
                .getFirst();
    }

    void forget(Collection<String> customerIds) {
        database.update("DELETE FROM preferences WHERE customer_id = ANY (?::text[])", Column.ofTexts(customerIds));
    }
}
