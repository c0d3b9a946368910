package shop.order.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import shop.contracts.sql.Sql;
import shop.order.lifecycle.Order;
import shop.order.lifecycle.Orders;
import shop.order.lifecycle.Transition;
import shop.order.operations.Intervention.Action;
import shop.order.payment.Payments;

/// What operators can do to an order by hand; each act stands beside the order with who did it and why.
@ApplicationScoped
class Interventions {

    /// In the history, which everybody may read; the name stands in the intervention alone.
    private static final String SUPPORT = "support";

    private final Sql sql;
    private final Orders orders;
    private final Payments payments;
    private final Clock clock;

    Interventions(Sql sql, Orders orders, Payments payments, Clock clock) {
        this.sql = sql;
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    /// What was started again.
    ///
    /// @param paymentAsked whether there is a payment that the gateway is asked for now
    /// @param eventsTold how many events are told again; none where their words are gone by now
    record Retried(UUID orderId, boolean paymentAsked, int eventsTold) {}

    /// Asks for the payment now, if it is open, and tells once more what happened to the order: all who hear it
    /// drop what they know.
    Retried retry(UUID orderId, String actor, String reason) {
        orders.get(orderId);
        note(orderId, Action.RETRY, actor, reason);
        return new Retried(orderId, payments.askNow(orderId, clock.instant()), orders.tellAgain(orderId));
    }

    /// Moves an order on past the statuses of the shop's own, also out of one that no longer exists. Not past the
    /// payment: nobody but the gateway says that an order is paid; and what has ended stays so.
    Order force(UUID orderId, Transition transition, String actor, String reason) {
        var order = orders.force(orderId, transition, SUPPORT, clock.instant());
        note(orderId, Action.FORCE, actor, reason);
        return order;
    }

    /// What was done to an order, in its order, after the given one.
    List<Intervention> of(UUID orderId, long after, int limit) {
        orders.get(orderId);
        return sql.query(
                """
                SELECT id, action, actor, reason, at FROM intervention WHERE order_id = ? AND id > ? ORDER BY id LIMIT ?
                """,
                row -> new Intervention(
                        row.getLong("id"),
                        Action.valueOf(row.getString("action")),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                orderId,
                after,
                limit);
    }

    private void note(UUID orderId, Action action, String actor, String reason) {
        sql.update(
                "INSERT INTO intervention (order_id, action, actor, reason, at) VALUES (?, ?, ?, ?, ?)",
                orderId,
                action.name(),
                actor,
                reason,
                clock.instant());
    }
}
