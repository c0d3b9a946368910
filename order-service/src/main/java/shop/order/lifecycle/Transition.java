package shop.order.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A change of status that somebody wants, with what the order learns by it.
public sealed interface Transition {

    /// The payment succeeded.
    record Confirm(String paymentId) implements Transition {}

    /// The parcel was handed to the carrier.
    ///
    /// @param expectedDelivery the day on which it should arrive, where the carrier says so
    record Ship(
            String carrier, String trackingNumber, @Nullable LocalDate expectedDelivery) implements Transition {

        public Ship(String carrier, String trackingNumber) {
            this(carrier, trackingNumber, null);
        }
    }

    /// The parcel arrived.
    record Deliver() implements Transition {}

    /// @param reason a word as `PAYMENT_DECLINED`, or what the one who cancels says
    record Cancel(String reason) implements Transition {}

    /// The order enters a status of the shop's own.
    ///
    /// @param note what the one who moves it says
    record Enter(OwnStatus status, @Nullable String note) implements Transition {}

    default OrderStatus target() {
        return switch (this) {
            case Confirm _ -> OrderStatus.CONFIRMED;
            case Ship _ -> OrderStatus.SHIPPED;
            case Deliver _ -> OrderStatus.DELIVERED;
            case Cancel _ -> OrderStatus.CANCELLED;
            case Enter(var own, var _) -> own.status();
        };
    }

    /// What there is to tell of the order that was moved.
    default OrderEvent event(MovedOrder order, Instant at) {
        var orderId = order.orderId();
        var customerId = order.customerId();
        var sequence = order.sequence();
        return switch (this) {
            case Confirm(var paymentId) -> new OrderEvent.OrderConfirmed(orderId, customerId, sequence, at, paymentId);
            case Ship(var carrier, var trackingNumber, var expectedDelivery) ->
                new OrderEvent.OrderShipped(
                        orderId, customerId, sequence, at, carrier, trackingNumber, expectedDelivery);
            case Deliver() -> new OrderEvent.OrderDelivered(orderId, customerId, sequence, at);
            case Cancel(var reason) -> new OrderEvent.OrderCancelled(orderId, customerId, sequence, at, reason);
            case Enter(var own, var note) ->
                new OrderEvent.StatusEntered(orderId, customerId, sequence, at, own.status(), note, own.eventType());
        };
    }

    /// What the order keeps of this transition; null where it says nothing of it.
    default @Nullable String paymentId() {
        return null;
    }

    default @Nullable String carrier() {
        return null;
    }

    default @Nullable String trackingNumber() {
        return null;
    }

    default @Nullable LocalDate expectedDelivery() {
        return null;
    }
}
