package shop.notification.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import shop.contracts.event.IncomingEvent;
import shop.notification.message.OrderEvent;

/// Reads what order-service says.
final class OrderEvents {

    private OrderEvents() {}

    static OrderEvent read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "OrderPlaced" -> event.as(OrderEvent.OrderPlaced.class, json);
            case "OrderConfirmed" -> event.as(OrderEvent.OrderConfirmed.class, json);
            case "OrderShipped" -> event.as(OrderEvent.OrderShipped.class, json);
            case "OrderDelivered" -> event.as(OrderEvent.OrderDelivered.class, json);
            case "OrderCancelled" -> event.as(OrderEvent.OrderCancelled.class, json);
            case "RefundRequired" -> event.as(OrderEvent.RefundRequired.class, json);
            default -> new OrderEvent.Other();
        };
    }
}
