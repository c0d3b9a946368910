package shop.order.lifecycle;

import java.util.Set;

/// The lifecycle does not allow this change of status.
public final class InvalidTransition extends OrderRefusal {

    private final OrderStatus from;
    private final OrderStatus to;
    private final transient Set<OrderStatus> allowed;

    InvalidTransition(OrderStatus from, OrderStatus to, Set<OrderStatus> allowed) {
        super("An order that is %s cannot become %s".formatted(from, to));
        this.from = from;
        this.to = to;
        this.allowed = Set.copyOf(allowed);
    }

    public OrderStatus from() {
        return from;
    }

    public OrderStatus to() {
        return to;
    }

    /// What the order may become instead.
    public Set<OrderStatus> allowed() {
        return allowed;
    }
}
