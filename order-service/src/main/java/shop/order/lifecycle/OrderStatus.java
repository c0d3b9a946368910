package shop.order.lifecycle;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The life of an order. The transitions listed in [#next()] are all there are.
public enum OrderStatus {
    /// Placed, stock reserved; the payment has not answered yet.
    PENDING,
    /// Paid.
    CONFIRMED,
    /// Handed to the carrier.
    SHIPPED,
    DELIVERED,
    /// Ended before shipment; its stock goes back, its money too.
    CANCELLED;

    public Set<OrderStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(CONFIRMED, CANCELLED);
            case CONFIRMED -> EnumSet.of(SHIPPED, CANCELLED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED, CANCELLED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /// The only way a status changes.
    OrderStatus to(OrderStatus target) {
        if (!next().contains(target)) {
            throw new InvalidTransition(this, target);
        }
        return target;
    }

    /// The statuses that this one may follow on: what a compare-and-set compares with.
    Set<OrderStatus> previous() {
        return Stream.of(values()).filter(it -> it.next().contains(this)).collect(Collectors.toUnmodifiableSet());
    }
}
