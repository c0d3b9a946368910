package shop.order.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.order.customer.Address;

/// A checkout whose stock is reserved, from its placing to its end.
///
/// @param sequence of its last event: 1 for the first, without gaps
/// @param address a copy from the day of placing: a customer who moves does not move their parcels
/// @param fingerprint of what was checked out, as the cart made it
/// @param paymentId of the money that was taken for it
public record Order(
        UUID orderId,
        String customerId,
        OrderStatus status,
        int sequence,
        List<OrderLine> lines,
        Totals totals,
        @Nullable String region,
        @Nullable String addressId,
        @Nullable Address address,
        String fingerprint,
        @Nullable String paymentId,
        @Nullable Tracking tracking,
        Instant placedAt,
        Instant changedAt) {

    /// Where the parcel is.
    ///
    /// @param expectedDelivery the day on which it should arrive, where the carrier said so
    public record Tracking(
            String carrier, String trackingNumber, @Nullable LocalDate expectedDelivery) {}

    /// A new order: [OrderStatus#PENDING] until the payment answers.
    public static Order placed(
            UUID orderId,
            String customerId,
            List<OrderLine> lines,
            Totals totals,
            @Nullable String region,
            @Nullable String addressId,
            @Nullable Address address,
            String fingerprint,
            Instant at) {
        return new Order(
                orderId,
                customerId,
                OrderStatus.PENDING,
                1,
                lines,
                totals,
                region,
                addressId,
                address,
                fingerprint,
                null,
                null,
                at,
                at);
    }

    /// Whether it may be moved there by hand whatever status of the shop's own it is in: what is shipped is not
    /// cancelled, nobody ships what is not paid, nobody but the payment confirms, and what has ended stays so.
    boolean canBeForcedTo(OrderStatus target) {
        if (status.equals(OrderStatus.CANCELLED) || status.equals(OrderStatus.DELIVERED)) {
            return false;
        }
        var isShipped = tracking != null;
        return target.equals(OrderStatus.CANCELLED) && !isShipped
                || target.equals(OrderStatus.SHIPPED) && !isShipped && paymentId != null
                || target.equals(OrderStatus.DELIVERED) && isShipped;
    }

    /// Its first event.
    OrderEvent.OrderPlaced placed() {
        return new OrderEvent.OrderPlaced(
                orderId,
                customerId,
                1,
                placedAt,
                lines,
                totals.subtotal().text(),
                totals.discount().text(),
                totals.total().text(),
                totals.currency().getCurrencyCode(),
                fingerprint);
    }
}
