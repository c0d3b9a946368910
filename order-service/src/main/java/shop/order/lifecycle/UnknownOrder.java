package shop.order.lifecycle;

import java.util.UUID;

/// There is no order with this id.
public final class UnknownOrder extends OrderRefusal {

    private final UUID orderId;

    UnknownOrder(UUID orderId) {
        super("There is no order " + orderId);
        this.orderId = orderId;
    }

    public UUID orderId() {
        return orderId;
    }
}
