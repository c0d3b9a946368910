package shop.notification;

import java.time.Instant;
import java.util.UUID;
import shop.notification.Broker.AnEvent;

/// What order-service tells of one order.
public record AnOrder(UUID id, String customerId) {

    public static AnOrder of(String customerId) {
        return new AnOrder(UUID.randomUUID(), customerId);
    }

    public AnEvent placed() {
        return event("OrderPlaced", 1, """
                "lines": [{"productId": "BOOK", "name": "Book", "quantity": 2, "unitPrice": "49.99", "discount": "0.00",
                           "total": "99.98", "explanation": []}],
                "subtotal": "99.98", "discount": "0.00", "total": "99.98", "currency": "USD", "fingerprint": "f"
                """);
    }

    public AnEvent confirmed() {
        return event("OrderConfirmed", 2, "\"paymentId\": \"pay-1\"");
    }

    public AnEvent shipped() {
        return event("OrderShipped", 3, "\"carrier\": \"DHL\", \"trackingNumber\": \"JD0146\"");
    }

    public AnEvent cancelled(String reason) {
        return event("OrderCancelled", 2, "\"reason\": \"%s\"".formatted(reason));
    }

    private AnEvent event(String type, int sequence, String more) {
        var json = """
                {"orderId": "%s", "customerId": "%s", "sequence": %d, "at": "%s", %s}
                """.formatted(id, customerId, sequence, Instant.now(), more);
        return AnEvent.of("order.orders.v1", id.toString(), type, json);
    }
}
