package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.order.lifecycle.Order;
import shop.order.payment.PaymentGateway.Outcome;

/// The payment of each order: `DUE` until its outcome is known.
@ApplicationScoped
public class Payments {

    /// Still to be charged: the order waits for it, and in time.
    private static final String WANTED = "o.status = 'PENDING' AND p.expires_at > ?";

    /// Not to be charged any more: the order was cancelled meanwhile, or it is too late.
    private static final String UNWANTED = "(o.status <> 'PENDING' OR p.expires_at <= ?)";

    private final Sql sql;
    private final Duration timeout;

    Payments(Sql sql, @ConfigProperty(name = "shop.payment.timeout") Duration timeout) {
        this.sql = sql;
        this.timeout = timeout;
    }

    /// Writes what is to be paid for new orders, in their transaction.
    public void open(Collection<Order> orders) {
        sql.update(
                """
                INSERT INTO payment (order_id, amount, currency, status, next_attempt_at, expires_at)
                SELECT id, amount, currency, 'DUE', placed_at, placed_at + make_interval(secs => ?)
                FROM unnest(?, ?, ?, ?) AS o (id, amount, currency, placed_at)
                ON CONFLICT DO NOTHING
                """,
                timeout.toSeconds(),
                Column.of("uuid", orders, Order::orderId),
                Column.of("numeric", orders, it -> it.totals().total().amount()),
                Column.of("text", orders, it -> it.totals().currency().getCurrencyCode()),
                Column.of("timestamptz", orders, Order::placedAt));
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

    /// Those of the orders whose payment is still without an outcome.
    List<UUID> due(Collection<UUID> orderIds) {
        return sql.query(
                "SELECT order_id FROM payment WHERE order_id = ANY (?) AND status = 'DUE'",
                row -> row.getObject("order_id", UUID.class),
                Column.ofIds(orderIds));
    }

    /// Settles those that nobody settled before, and returns which.
    Set<UUID> settle(Collection<Answer> answers, Instant now) {
        return Set.copyOf(sql.query(
                """
                UPDATE payment p SET status = a.status, payment_id = a.payment_id, reason = a.reason, settled_at = ?
                FROM unnest(?, ?, ?, ?) AS a (order_id, status, payment_id, reason)
                WHERE p.order_id = a.order_id AND p.status = 'DUE' AND a.status IS NOT NULL
                RETURNING p.order_id
                """,
                row -> row.getObject("order_id", UUID.class),
                now,
                Column.of("uuid", answers, Answer::orderId),
                Column.of("text", answers, it -> status(it.outcome())),
                Column.of(
                        "text",
                        answers,
                        it -> it.outcome() instanceof Outcome.Succeeded(var paymentId) ? paymentId : null),
                Column.of("text", answers, it -> it.outcome() instanceof Outcome.Failed(var reason) ? reason : null)));
    }

    /// The claim is a lease, too: who crashes while asking leaves the payment to be asked for again, at growing
    /// distances.
    private List<DuePayment> claim(String condition, Instant now, int limit) {
        return sql.query("""
                WITH due AS MATERIALIZED (
                    SELECT p.order_id FROM payment p JOIN orders o ON o.id = p.order_id
                    WHERE p.status = 'DUE' AND p.next_attempt_at <= ? AND %s
                    ORDER BY p.next_attempt_at LIMIT ? FOR UPDATE OF p SKIP LOCKED)
                UPDATE payment p SET attempts = p.attempts + 1,
                    next_attempt_at = ? + interval '10 seconds' * least(power(2, least(p.attempts, 10)), 6)
                FROM due WHERE p.order_id = due.order_id
                RETURNING p.order_id, p.amount, p.currency
                """.formatted(condition), Payments::due, now, now, limit, now);
    }

    private static DuePayment due(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new DuePayment(row.getObject("order_id", UUID.class), new Money(row.getBigDecimal("amount"), currency));
    }

    private static @Nullable String status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> "SUCCEEDED";
            case Outcome.Failed _ -> "FAILED";
            case Outcome.Voided _ -> "VOIDED";
            case Outcome.Unknown _ -> null;
        };
    }
}
