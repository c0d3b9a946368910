package shop.notification.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import shop.notification.message.CartEvent.CartExpired;
import shop.notification.message.CartEvent.CartExpiring;
import shop.notification.message.OrderEvent.OrderCancelled;
import shop.notification.message.OrderEvent.OrderConfirmed;
import shop.notification.message.OrderEvent.OrderDelivered;
import shop.notification.message.OrderEvent.OrderPlaced;
import shop.notification.message.OrderEvent.OrderShipped;
import shop.notification.message.OrderEvent.RefundRequired;

/// What customers are told of. In JSON and in tables each has the name of its event's type, as `OrderShipped`.
public enum Kind {
    ORDER_PLACED(OrderPlaced.class, Haste.AT_ONCE),
    ORDER_CONFIRMED(OrderConfirmed.class, Haste.AT_ONCE),
    ORDER_SHIPPED(OrderShipped.class, Haste.CAN_WAIT),
    ORDER_DELIVERED(OrderDelivered.class, Haste.CAN_WAIT),
    ORDER_CANCELLED(OrderCancelled.class, Haste.AT_ONCE),
    REFUND_REQUIRED(RefundRequired.class, Haste.CAN_WAIT),
    CART_EXPIRING(CartExpiring.class, Haste.CAN_WAIT),
    CART_EXPIRED(CartExpired.class, Haste.CAN_WAIT);

    private final Class<? extends ShopEvent> event;
    private final Haste haste;

    Kind(Class<? extends ShopEvent> event, Haste haste) {
        this.event = event;
        this.haste = haste;
    }

    /// Empty for events that customers are not told of.
    public static Optional<Kind> ofType(String type) {
        return Arrays.stream(values()).filter(it -> it.type().equals(type)).findFirst();
    }

    /// Throws [IllegalArgumentException] where there is none.
    @JsonCreator
    public static Kind named(String type) {
        return ofType(type).orElseThrow(() -> new IllegalArgumentException("There is no kind " + type));
    }

    static Kind of(ShopEvent event) {
        return Arrays.stream(values())
                .filter(it -> it.event.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    /// The type of its events.
    @JsonValue
    public String type() {
        return event.getSimpleName();
    }

    public Class<? extends ShopEvent> event() {
        return event;
    }

    /// Whether it is told in quiet hours, too: it answers what the customer has just done, or asks them to act.
    public boolean mustNotWait() {
        return haste == Haste.AT_ONCE;
    }

    /// Whether it is a reminder of a cart: nobody asked for it, so that it can be unsubscribed from.
    public boolean isReminder() {
        return this == CART_EXPIRING || this == CART_EXPIRED;
    }

    private enum Haste {
        AT_ONCE,
        CAN_WAIT
    }
}
