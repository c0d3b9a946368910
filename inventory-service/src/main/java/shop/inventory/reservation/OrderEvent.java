package shop.inventory.reservation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import shop.contracts.event.IncomingEvent;

/// What this service understands of `order.orders.v1`.
sealed interface OrderEvent {

    /// Throws [IncomingEvent.Unreadable] where it is not what its type promises.
    static OrderEvent read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "OrderPlaced" -> event.as(OrderPlaced.class, json);
            case "OrderCancelled" -> event.as(OrderCancelled.class, json);
            case "OrderShipped" -> event.as(OrderShipped.class, json);
            default -> new Other();
        };
    }

    /// An order took the reservation up.
    record OrderPlaced(UUID orderId) implements OrderEvent {
        public OrderPlaced {
            requireNonNull(orderId, "orderId is missing");
        }
    }

    /// The order is off: its stock goes back.
    record OrderCancelled(UUID orderId) implements OrderEvent {
        public OrderCancelled {
            requireNonNull(orderId, "orderId is missing");
        }
    }

    /// The order has left the house, and its stock with it.
    record OrderShipped(UUID orderId) implements OrderEvent {
        public OrderShipped {
            requireNonNull(orderId, "orderId is missing");
        }
    }

    /// A type that this service has nothing to do for.
    record Other() implements OrderEvent {}
}
