package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.notification.channel.Contact;

/// The recipients that this service knows: its own view of order-service's customers.
@ApplicationScoped
public class Recipients {

    private final Sql database;

    Recipients(Sql database) {
        this.database = database;
    }

    /// Those of these customers that are known, by id; an erased one is known, until its tombstone comes.
    public Map<String, Recipient> of(Collection<String> customerIds) {
        var sql = """
                SELECT *, ARRAY(SELECT token FROM push_token t WHERE t.customer_id = r.customer_id ORDER BY place)
                    AS push_tokens
                FROM recipient r WHERE customer_id = ANY (?::text[])
                """;
        return database.query(sql, Recipients::recipient, Column.ofTexts(customerIds)).stream()
                .collect(Collectors.toMap(Recipient::customerId, Function.identity()));
    }

    /// Takes over what is newer than what is here; each customer at most once in the batch.
    void keep(List<Recipient> recipients) {
        var sql = """
                INSERT INTO recipient (customer_id, version, erased, name, email, phone)
                SELECT * FROM unnest(?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                    AS changed (customer_id, version, erased, name, email, phone)
                ORDER BY customer_id
                ON CONFLICT (customer_id) DO UPDATE SET version = excluded.version, erased = excluded.erased,
                    name = excluded.name, email = excluded.email, phone = excluded.phone
                WHERE recipient.version < excluded.version
                """;
        database.update(
                sql,
                Column.of("text", recipients, Recipient::customerId),
                Column.of("bigint", recipients, Recipient::version),
                Column.of("bool", recipients, Recipient::erased),
                Column.of("text", recipients, it -> it.contact().name()),
                Column.of("text", recipients, it -> it.contact().email()),
                Column.of("text", recipients, it -> it.contact().phone()));
    }

    void remove(Collection<String> customerIds) {
        database.update("DELETE FROM recipient WHERE customer_id = ANY (?::text[])", Column.ofTexts(customerIds));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var contact = new Contact(
                row.getString("customer_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                List.of((String[]) row.getArray("push_tokens").getArray()));
        return new Recipient(row.getLong("version"), row.getBoolean("erased"), contact);
    }
}
