package shop.order.lifecycle;

import java.time.Instant;
import java.util.UUID;
import shop.contracts.Money;

/// Money that was taken and has to go back.
///
/// @param reason `ORDER_CANCELLED`, `PAID_TWICE` or `WRONG_AMOUNT`
public record Refund(UUID orderId, String paymentId, Money amount, String reason) {

    OrderEvent.RefundRequired event(MovedOrder order, Instant at) {
        return new OrderEvent.RefundRequired(
                orderId,
                order.customerId(),
                order.sequence(),
                at,
                paymentId,
                amount.text(),
                amount.currency().getCurrencyCode(),
                reason);
    }
}
