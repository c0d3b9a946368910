package shop.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import shop.notification.Broker.AnEvent;

/// What cart-service tells of one cart that is left alone.
public record ACart(UUID id, String customerId) {

    public static ACart of(String customerId) {
        return new ACart(UUID.randomUUID(), customerId);
    }

    public AnEvent expiringIn(Duration time) {
        return event("CartExpiring", "EXPIRING", Instant.now().plus(time));
    }

    public AnEvent expired() {
        return event("CartExpired", "EXPIRED", Instant.now());
    }

    private AnEvent event(String type, String kind, Instant expiresAt) {
        var json = """
                {"kind": "%s", "cartId": "%s", "customerId": "%s", "lastActivity": "%s", "expiresAt": "%s",
                 "lines": [{"productId": "LAPTOP", "quantity": 1, "name": "Laptop", "unitPrice": "999.99",
                            "currency": "USD"}]}
                """.formatted(kind, id, customerId, expiresAt.minus(Duration.ofDays(1)), expiresAt);
        return AnEvent.of("cart.carts.v1", customerId, type, json);
    }
}
