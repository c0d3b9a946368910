package shop.order.lifecycle;

import java.util.UUID;
import java.util.stream.Stream;
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

    /// What goes back of an order that was just cancelled: what was paid for it.
    Stream<Refund> refund() {
        return Stream.ofNullable(paymentId).map(it -> new Refund(orderId, it, total, "ORDER_CANCELLED"));
    }
}
