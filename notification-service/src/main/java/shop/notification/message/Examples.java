package shop.notification.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import shop.notification.message.CartEvent.CartExpired;
import shop.notification.message.CartEvent.CartExpiring;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

/// An event of each kind, and somebody to be told of it: for looking at templates.
final class Examples {

    private static final String CUSTOMER = "alice";
    private static final UUID ORDER = UUID.fromString("5f1d7c5e-2a53-5c0b-9b0e-0d6f1f6b9a10");
    private static final UUID CART = UUID.fromString("019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a");
    private static final Instant AT = Instant.parse("2026-11-27T10:15:30Z");
    private static final Instant TOMORROW = AT.plus(Duration.ofDays(1));

    private Examples() {}

    static Reader reader(Locale language) {
        return new Reader(
                language,
                ZoneId.of("UTC"),
                "Alice Miller",
                URI.create("https://shop.example.com/unsubscribe?token=example"));
    }

    static ShopEvent of(Kind kind) {
        return switch (kind) {
            case ORDER_PLACED -> new OrderPlaced(ORDER, CUSTOMER, 1, AT, bought(), "1089.95", "USD");
            case ORDER_CONFIRMED -> new OrderConfirmed(ORDER, CUSTOMER, 2, AT);
            case ORDER_SHIPPED ->
                new OrderShipped(ORDER, CUSTOMER, 3, AT, "DHL", "JD014600003141592653", LocalDate.of(2026, 12, 1));
            case ORDER_DELIVERED -> new OrderDelivered(ORDER, CUSTOMER, 4, AT);
            case ORDER_CANCELLED -> new OrderCancelled(ORDER, CUSTOMER, 2, AT, "PAYMENT_DECLINED");
            case REFUND_REQUIRED -> new RefundRequired(ORDER, CUSTOMER, 4, AT, "1089.95", "USD", "ORDER_CANCELLED");
            case CART_EXPIRING -> new CartExpiring(CART, CUSTOMER, AT, TOMORROW, wanted());
            case CART_EXPIRED -> new CartExpired(CART, CUSTOMER, AT, TOMORROW, wanted());
        };
    }

    private static List<OrderEvent.Line> bought() {
        return List.of(new OrderEvent.Line("Laptop", 1, "999.99"), new OrderEvent.Line("T-Shirt", 5, "89.96"));
    }

    /// One of them is not known to the catalog.
    private static List<CartEvent.Line> wanted() {
        return List.of(
                new CartEvent.Line("LAPTOP", 1, "Laptop", "999.99", "USD"),
                new CartEvent.Line("TSHIRT", 5, "T-Shirt", "19.99", "USD"),
                new CartEvent.Line("MUG-BLUE", 2, null, null, null));
    }
}
