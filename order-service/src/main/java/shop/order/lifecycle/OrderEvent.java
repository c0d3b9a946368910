package shop.order.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that this service says of orders, on `order.orders.v1`. Amounts are decimals in the currency that stands
/// beside.
public sealed interface OrderEvent {

    UUID orderId();

    String customerId();

    /// 1 for the order's first event, without gaps.
    int sequence();

    Instant at();

    /// Its name on the topic.
    default String type() {
        return getClass().getSimpleName();
    }

    /// Why it happened, where the event says so.
    default @Nullable String reason() {
        return null;
    }

    record OrderPlaced(
            UUID orderId,
            String customerId,
            int sequence,
            Instant at,
            List<OrderLine> lines,
            String subtotal,
            String discount,
            String total,
            String currency,
            String fingerprint)
            implements OrderEvent {}

    record OrderConfirmed(UUID orderId, String customerId, int sequence, Instant at, String paymentId)
            implements OrderEvent {}

    /// @param expectedDelivery the day on which the parcel should arrive; left out where nobody said
    record OrderShipped(
            UUID orderId,
            String customerId,
            int sequence,
            Instant at,
            String carrier,
            String trackingNumber,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate expectedDelivery)
            implements OrderEvent {}

    record OrderDelivered(UUID orderId, String customerId, int sequence, Instant at) implements OrderEvent {}

    record OrderCancelled(UUID orderId, String customerId, int sequence, Instant at, String reason)
            implements OrderEvent {}

    /// The order entered a status of the shop's own.
    ///
    /// @param type the fact's name, which the status gives
    record StatusEntered(
            UUID orderId,
            String customerId,
            int sequence,
            Instant at,
            OrderStatus status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note,

            @JsonIgnore String type)
            implements OrderEvent {

        @Override
        public @Nullable String reason() {
            return note;
        }
    }

    /// Money was taken that no order keeps: once for each payment.
    record RefundRequired(
            UUID orderId,
            String customerId,
            int sequence,
            Instant at,
            String paymentId,
            String amount,
            String currency,
            String reason)
            implements OrderEvent {}
}
