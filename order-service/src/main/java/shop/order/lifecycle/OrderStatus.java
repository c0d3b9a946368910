package shop.order.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/// Where an order is in its life: one of the five of the core, or an [OwnStatus]. Which may follow on which says
/// the [Lifecycle].
public record OrderStatus(@JsonValue String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{0,31}");

    /// Placed, stock reserved; the payment has not answered yet.
    public static final OrderStatus PENDING = new OrderStatus("PENDING");

    /// Paid.
    public static final OrderStatus CONFIRMED = new OrderStatus("CONFIRMED");

    /// Handed to the carrier.
    public static final OrderStatus SHIPPED = new OrderStatus("SHIPPED");

    public static final OrderStatus DELIVERED = new OrderStatus("DELIVERED");

    /// Ended before shipment, for good; its stock goes back, its money too.
    public static final OrderStatus CANCELLED = new OrderStatus("CANCELLED");

    /// Those that every shop has.
    public static final List<OrderStatus> CORE = List.of(PENDING, CONFIRMED, SHIPPED, DELIVERED, CANCELLED);

    public OrderStatus {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'%s' is no name of a status: it must be like PACKED".formatted(name));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
