package shop.notification.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;

/// The table `push_token`: the devices of customers. A token that a second customer brings is no more the first one's,
/// as whoever uses a shared device now must not see what the other has ordered.
///
/// Changes lock the rows they meet in one order first, as two customers may take tokens from each other.
@ApplicationScoped
class PushTokens {

    /// How many devices a customer is reached on.
    static final int MOST = 20;

    private final Sql database;

    PushTokens(Sql database) {
        this.database = database;
    }

    /// The oldest first.
    List<PushToken> of(String customerId) {
        var sql = "SELECT token FROM push_token WHERE customer_id = ? ORDER BY place";
        return database.query(sql, row -> new PushToken(row.getString("token")), customerId);
    }

    /// Makes these the only tokens of the customer; the first is the oldest.
    void replace(String customerId, List<PushToken> tokens) {
        var values = Column.of("text", tokens, PushToken::value);
        lock(List.of(customerId), values);
        database.update("DELETE FROM push_token WHERE customer_id = ? AND token <> ALL (?)", customerId, values);
        put(customerId, values);
    }

    /// Makes the token the customer's newest, and forgets the oldest where they are too many.
    void add(String customerId, PushToken token) {
        var values = Column.ofTexts(List.of(token.value()));
        lock(List.of(customerId), values);
        put(customerId, values);
        var sql = """
                DELETE FROM push_token WHERE sha256 IN (
                    SELECT sha256 FROM push_token WHERE customer_id = ? ORDER BY place DESC OFFSET ?)
                """;
        database.update(sql, customerId, MOST);
    }

    /// Nothing happens where the token is not, or no more, the customer's.
    void remove(String customerId, PushToken token) {
        var sql = "DELETE FROM push_token WHERE sha256 = sha256(convert_to(?, 'UTF8')) AND customer_id = ?";
        database.update(sql, token.value(), customerId);
    }

    void forget(Collection<String> customerIds) {
        lock(customerIds, Column.ofTexts(List.of()));
        database.update("DELETE FROM push_token WHERE customer_id = ANY (?)", Column.ofTexts(customerIds));
    }

    private void lock(Collection<String> customerIds, Column tokens) {
        var sql = """
                SELECT sha256 FROM push_token
                WHERE customer_id = ANY (?)
                    OR sha256 = ANY (ARRAY(SELECT sha256(convert_to(token, 'UTF8')) FROM unnest(?) AS given (token)))
                ORDER BY sha256 FOR UPDATE
                """;
        database.query(sql, _ -> true, Column.ofTexts(customerIds), tokens);
    }

    private void put(String customerId, Column tokens) {
        var sql = """
                INSERT INTO push_token (sha256, token, customer_id, place)
                SELECT sha256(convert_to(token, 'UTF8')) AS sha256, token, ?, place
                FROM (SELECT token, nextval('push_token_place') AS place
                      FROM unnest(?) WITH ORDINALITY AS given (token, nth) ORDER BY nth) AS numbered
                ORDER BY sha256
                ON CONFLICT (sha256) DO UPDATE SET customer_id = excluded.customer_id, place = excluded.place
                """;
        database.update(sql, customerId, tokens);
    }
}
