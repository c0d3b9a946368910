package shop.order.lifecycle;

/// The lifecycle does not allow this change of status.
public final class InvalidTransition extends OrderRefusal {

    private final OrderStatus from;
    private final OrderStatus to;

    InvalidTransition(OrderStatus from, OrderStatus to) {
        super("An order that is %s cannot become %s".formatted(from, to));
        this.from = from;
        this.to = to;
    }

    public OrderStatus from() {
        return from;
    }

    public OrderStatus to() {
        return to;
    }
}
