package shop.order.payment;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.Money;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.order.lifecycle.OrderStatus;
import shop.order.lifecycle.OrdersCancelled;

/// The payments of all orders, and all money that was ever taken for one.
@ApplicationScoped
public class Payments {

    /// Still to be charged: its order waits for it.
    private static final String WANTED = "expires_at > ?";

    /// Not to be charged any more: it is too late, or the order was cancelled.
    private static final String UNWANTED = "expires_at <= ?";

    private final Sql sql;
    private final PaymentTerms terms;
    private final Duration pendingPause;

    /// @param pendingPause until a payment is asked for again that the customer is at
    Payments(
            Sql sql,
            PaymentTerms terms,
            @ConfigProperty(name = "shop.payment.ask-pending-every") Duration pendingPause) {
        this.sql = sql;
        this.terms = terms;
        this.pendingPause = pendingPause;
    }

    /// Writes what is to be paid for new orders, in their transaction.
    public void open(Collection<Bill> bills) {
        sql.update(
                """
                INSERT INTO payment (order_id, amount, currency, method, status, next_attempt_at, expires_at)
                SELECT id, amount, currency, method, 'DUE', since, expires_at
                FROM unnest(?, ?, ?, ?, ?, ?) AS b (id, amount, currency, method, since, expires_at)
                ON CONFLICT DO NOTHING
                """,
                Column.of("uuid", bills, Bill::orderId),
                Column.of("numeric", bills, it -> it.amount().amount()),
                Column.of("text", bills, it -> it.amount().currency().getCurrencyCode()),
                Column.of("text", bills, Bill::method),
                Column.of("timestamptz", bills, Bill::since),
                Column.of("timestamptz", bills, terms::expiry));
    }

    /// The database's clock: the one that all replicas share.
    Instant now() {
        return sql.first(
                        "SELECT clock_timestamp() AS now",
                        row -> row.getObject("now", OffsetDateTime.class).toInstant())
                .orElseThrow();
    }

    List<DuePayment> claimWanted(Instant now, int limit) {
        return claim(WANTED, now, limit);
    }

    List<DuePayment> claimUnwanted(Instant now, int limit) {
        return claim(UNWANTED, now, limit);
    }

    /// Has a payment asked for at once that waits for its next time. False where there is nothing to ask for.
    public boolean askNow(UUID orderId, Instant now) {
        return sql.update("UPDATE payment SET next_attempt_at = ? WHERE order_id = ? AND status = 'DUE'", now, orderId)
                > 0;
    }

    /// Those of the orders whose payment is without an outcome although it should have come before the given time.
    List<UUID> dueSince(Instant expiredBefore, Collection<UUID> orderIds) {
        return sql.query("""
                SELECT p.order_id FROM unnest(?) AS t (id) JOIN payment p ON p.order_id = t.id
                WHERE p.status = 'DUE' AND p.expires_at <= ?
                """, row -> row.getObject("order_id", UUID.class), Column.ofIds(orderIds), expiredBefore);
    }

    /// How the payments of these orders stand, with their orders, which are locked.
    Map<UUID, Payment> of(Collection<UUID> orderIds) {
        return sql.query("""
                        SELECT o.id, o.status AS order_status, coalesce(p.status, 'VOIDED') AS status, o.total, o.currency,
                            ARRAY(SELECT r.payment_id FROM payment_receipt r WHERE r.order_id = o.id
                                UNION SELECT o.payment_id WHERE o.payment_id IS NOT NULL) AS known
                        FROM unnest(?) AS t (id) JOIN orders o ON o.id = t.id LEFT JOIN payment p ON p.order_id = t.id
                        """, Payments::payment, Column.ofIds(orderIds)).stream()
                .collect(toMap(Payment::orderId, it -> it));
    }

    /// Writes down what was decided of each.
    void settle(Map<UUID, Verdict> verdicts, Instant now) {
        var settled = verdicts.entrySet().stream()
                .filter(it -> it.getValue().status() != null)
                .toList();
        sql.update(
                """
                UPDATE payment p SET status = v.status, payment_id = v.payment_id, reason = v.reason, settled_at = ?
                FROM unnest(?, ?, ?, ?) AS v (order_id, status, payment_id, reason)
                WHERE p.order_id = v.order_id AND p.status = 'DUE'
                """,
                now,
                Column.of("uuid", settled, Map.Entry::getKey),
                Column.of(
                        "text",
                        settled,
                        it -> Objects.requireNonNull(it.getValue().status()).name()),
                Column.of("text", settled, it -> it.getValue().paymentId()),
                Column.of("text", settled, it -> it.getValue().reason()));
        receive(verdicts, now);
    }

    /// Waits longer for those where the customer is at it, but not beyond their time-out.
    void postpone(Collection<UUID> orderIds, Instant now) {
        if (orderIds.isEmpty()) {
            return;
        }
        sql.update("""
                UPDATE payment p SET next_attempt_at = greatest(p.next_attempt_at, least(?, p.expires_at))
                FROM unnest(?) AS t (id) WHERE p.order_id = t.id AND p.status = 'DUE'
                """, now.plus(pendingPause), Column.ofIds(orderIds));
    }

    private void receive(Map<UUID, Verdict> verdicts, Instant now) {
        var received = verdicts.entrySet().stream()
                .filter(it -> it.getValue().receipt() != null)
                .map(it -> new Received(
                        it.getKey(), Objects.requireNonNull(it.getValue().receipt())))
                .toList();
        if (received.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO payment_receipt (order_id, payment_id, amount, currency, refund, received_at)
                SELECT *, ? FROM unnest(?, ?, ?, ?, ?)
                """,
                now,
                Column.of("uuid", received, Received::orderId),
                Column.of("text", received, it -> it.receipt().paymentId()),
                Column.of("numeric", received, it -> it.receipt().amount().amount()),
                Column.of(
                        "text", received, it -> it.receipt().amount().currency().getCurrencyCode()),
                Column.of("text", received, it -> it.receipt().refund()));
    }

    /// Nobody waits any more for the payments of orders that are cancelled.
    void noLongerWanted(@Observes OrdersCancelled orders) {
        sql.update("""
                UPDATE payment p SET expires_at = least(p.expires_at, ?)
                FROM unnest(?) AS t (id) WHERE p.order_id = t.id AND p.status = 'DUE'
                """, orders.at(), Column.ofIds(orders.orderIds()));
    }

    /// The claim is a lease, too: who crashes while asking leaves the payment to be asked for again, at growing
    /// distances. Those of a gateway that has been silent since long ago are asked for less and less, at the least
    /// once an hour, so that they do not stand before the others.
    private List<DuePayment> claim(String condition, Instant now, int limit) {
        return sql.query(
                """
                WITH due AS MATERIALIZED (
                    SELECT order_id FROM payment WHERE status = 'DUE' AND next_attempt_at <= ? AND %s
                    ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE payment p SET attempts = p.attempts + 1, next_attempt_at = ? + greatest(
                    make_interval(secs => ?) * least(power(2, least(p.attempts, 10)), 6),
                    least(? - p.expires_at, interval '1 hour'))
                FROM due WHERE p.order_id = due.order_id
                RETURNING p.order_id, p.amount, p.currency, p.method
                """.formatted(condition),
                Payments::due,
                now,
                now,
                limit,
                now,
                terms.lease().toMillis() / 1000.0,
                terms.hopeless(now));
    }

    private static DuePayment due(ResultSet row) throws SQLException {
        return new DuePayment(row.getObject("order_id", UUID.class), money(row, "amount"), row.getString("method"));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("id", UUID.class),
                new OrderStatus(row.getString("order_status")),
                PaymentStatus.valueOf(row.getString("status")),
                money(row, "total"),
                Set.of((String[]) row.getArray("known").getArray()));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column), Currency.getInstance(row.getString("currency")));
    }

    private record Received(UUID orderId, Verdict.Receipt receipt) {}
}
