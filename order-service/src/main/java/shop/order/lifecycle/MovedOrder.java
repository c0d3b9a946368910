package shop.order.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;

/// An order as a change just left it.
///
/// @param sequence of the event that the change brings
/// @param paymentId of the money that was taken for it; null while none was
record MovedOrder(
        UUID orderId,
        String customerId,
        int sequence,
        @Nullable String paymentId,
        Money total) {

    OrderEvent.RefundRequired refund(String paymentId, Instant at) {
        return new OrderEvent.RefundRequired(
                orderId,
                customerId,
                sequence,
                at,
                paymentId,
                total.text(),
                total.currency().getCurrencyCode(),
                "ORDER_CANCELLED");
    }
}
