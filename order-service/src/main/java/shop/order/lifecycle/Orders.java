package shop.order.lifecycle;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Column;
import shop.contracts.sql.Sql;
import shop.order.customer.CustomerErased;

/// All orders. What changes here is told, because its history row is written in the same transaction.
@ApplicationScoped
public class Orders {

    private final Sql sql;
    private final OrderRows rows;
    private final History history;
    private final Lifecycle lifecycle;
    private final Event<OrdersCancelled> cancelled;

    Orders(Sql sql, OrderRows rows, History history, Lifecycle lifecycle, Event<OrdersCancelled> cancelled) {
        this.sql = sql;
        this.rows = rows;
        this.history = history;
        this.lifecycle = lifecycle;
        this.cancelled = cancelled;
    }

    /// Writes new orders, and has the placing of those that were there already told again. Returns the new ones'
    /// ids.
    public Set<UUID> place(Collection<Order> orders, String actor) {
        var placed = rows.insert(orders);
        var events = orders.stream()
                .filter(it -> placed.contains(it.orderId()))
                .map(Order::placed)
                .toList();
        history.record(events, actor);
        history.tellPlacingAgain(orders.stream()
                .map(Order::orderId)
                .filter(it -> !placed.contains(it))
                .toList());
        return placed;
    }

    public Optional<Order> find(UUID orderId) {
        return sql.first("SELECT * FROM orders WHERE id = ?", rows::order, orderId);
    }

    /// Throws [UnknownOrder] where there is none.
    public Order get(UUID orderId) {
        return find(orderId).orElseThrow(() -> new UnknownOrder(orderId));
    }

    /// A customer's orders, newest first, those after the given place in that order.
    List<Order> ofCustomer(String customerId, @Nullable Position after, int limit) {
        var from = after == null ? Position.START : after;
        return sql.query("""
                SELECT * FROM orders WHERE customer_id = ? AND (placed_at, id) < (?, ?)
                ORDER BY placed_at DESC, id DESC LIMIT ?
                """, rows::order, customerId, from.placedAt(), from.orderId(), limit);
    }

    /// Moves one order. Throws [InvalidTransition] where its status does not allow it.
    public Order move(UUID orderId, Transition transition, String actor, Instant at) {
        while (move(Map.of(orderId, transition), actor, at).isEmpty()) {
            // Refuses; or, where the order moved on just now so that it is allowed, tries again.
            lifecycle.check(get(orderId).status(), transition.target());
        }
        return get(orderId);
    }

    /// Moves each order whose status allows it by now, leaves the others as they are, and returns who moved.
    public Set<UUID> move(Map<UUID, Transition> transitions, String actor, Instant at) {
        if (transitions.size() > 1) {
            lock(transitions.keySet());
        }
        var moved = new HashSet<UUID>();
        transitions.values().stream()
                .map(Transition::target)
                .distinct()
                .forEach(it -> moved.addAll(move(it, lifecycle.previous(it), towards(it, transitions), actor, at)));
        return moved;
    }

    /// Moves one order by hand, past statuses of the shop's own, but never past the payment nor out of an end.
    /// Throws [InvalidTransition].
    public Order force(UUID orderId, Transition transition, String actor, Instant at) {
        lock(List.of(orderId));
        var order = get(orderId);
        if (!order.canBeForcedTo(transition.target())) {
            throw new InvalidTransition(order.status(), transition.target(), lifecycle.next(order.status()));
        }
        move(transition.target(), Set.of(order.status()), Map.of(orderId, transition), actor, at);
        return get(orderId);
    }

    /// Has all that happened to an order told once more, and returns how many events that are.
    public int tellAgain(UUID orderId) {
        return history.tellAgain(orderId);
    }

    /// Tells that money has to go back. At most one payment of each order, and none that was told of before.
    public void requireRefunds(Collection<Refund> refunds, String actor, Instant at) {
        if (refunds.isEmpty()) {
            return;
        }
        var byOrder = refunds.stream().collect(toMap(Refund::orderId, it -> it));
        var next = sql.query("""
                UPDATE orders o SET sequence = o.sequence + 1, changed_at = ?
                FROM unnest(?) AS t (id) WHERE o.id = t.id RETURNING o.*
                """, OrderRows::moved, at, Column.ofIds(byOrder.keySet()));
        var events = next.stream()
                .map(it -> Objects.requireNonNull(byOrder.get(it.orderId())).event(it, at))
                .toList();
        history.record(events, actor);
    }

    /// Takes the row locks of orders, in the same order for everyone: no deadlock.
    public void lock(Collection<UUID> orderIds) {
        sql.query("""
                SELECT 1 FROM unnest(?) AS t (id) JOIN orders o ON o.id = t.id ORDER BY o.id FOR UPDATE OF o
                """, row -> row.getInt(1), Column.ofIds(orderIds));
    }

    void forget(@Observes CustomerErased customer) {
        sql.query("""
                SELECT 1 FROM orders WHERE customer_id = ? AND address IS NOT NULL ORDER BY id FOR UPDATE
                """, row -> row.getInt(1), customer.customerId());
        sql.update(
                "UPDATE orders SET address = NULL WHERE customer_id = ? AND address IS NOT NULL",
                customer.customerId());
    }

    private Set<UUID> move(
            OrderStatus target, Set<OrderStatus> from, Map<UUID, Transition> transitions, String actor, Instant at) {
        var moved = compareAndSet(target, from, transitions, at);
        history.record(
                moved.stream()
                        .map(it -> of(it.orderId(), transitions).event(it, at))
                        .toList(),
                actor);
        if (target.equals(OrderStatus.CANCELLED) && !moved.isEmpty()) {
            cancelled.fire(
                    new OrdersCancelled(moved.stream().map(MovedOrder::orderId).toList(), at));
            requireRefunds(moved.stream().flatMap(MovedOrder::refund).toList(), actor, at);
        }
        return moved.stream().map(MovedOrder::orderId).collect(toSet());
    }

    private List<MovedOrder> compareAndSet(
            OrderStatus target, Set<OrderStatus> from, Map<UUID, Transition> transitions, Instant at) {
        var those = transitions.entrySet();
        return sql.query(
                """
                UPDATE orders o SET status = ?, sequence = o.sequence + 1, changed_at = ?,
                    payment_id = coalesce(t.payment_id, o.payment_id), carrier = coalesce(t.carrier, o.carrier),
                    tracking_number = coalesce(t.tracking_number, o.tracking_number),
                    expected_delivery = coalesce(t.expected_delivery, o.expected_delivery)
                FROM unnest(?, ?, ?, ?, ?) AS t (id, payment_id, carrier, tracking_number, expected_delivery)
                WHERE o.id = t.id AND o.status = ANY (?)
                RETURNING o.*
                """,
                OrderRows::moved,
                target.name(),
                at,
                Column.of("uuid", those, Map.Entry::getKey),
                Column.of("text", those, it -> it.getValue().paymentId()),
                Column.of("text", those, it -> it.getValue().carrier()),
                Column.of("text", those, it -> it.getValue().trackingNumber()),
                Column.of("date", those, it -> it.getValue().expectedDelivery()),
                Column.of("text", from, OrderStatus::name));
    }

    private static Map<UUID, Transition> towards(OrderStatus target, Map<UUID, Transition> transitions) {
        return transitions.entrySet().stream()
                .filter(it -> it.getValue().target().equals(target))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Transition of(UUID orderId, Map<UUID, Transition> transitions) {
        return Objects.requireNonNull(transitions.get(orderId));
    }
}
