package shop.order.lifecycle;

/// Why something cannot be done to an order.
public abstract sealed class OrderRefusal extends RuntimeException permits InvalidTransition, UnknownOrder {
    OrderRefusal(String message) {
        super(message);
    }
}
