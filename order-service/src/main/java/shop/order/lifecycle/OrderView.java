package shop.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.order.customer.Address;

/// An order as REST shows it.
record OrderView(
        UUID orderId,
        String customerId,
        OrderStatus status,
        List<OrderLine> lines,
        String subtotal,
        String discount,
        String total,
        String currency,
        @Nullable String region,
        @Nullable String addressId,
        @Nullable Address address,
        @Nullable String paymentId,
        Order.@Nullable Tracking tracking,
        Instant placedAt,
        Instant changedAt) {

    static OrderView of(Order order) {
        return new OrderView(
                order.orderId(),
                order.customerId(),
                order.status(),
                order.lines(),
                order.totals().subtotal().text(),
                order.totals().discount().text(),
                order.totals().total().text(),
                order.totals().currency().getCurrencyCode(),
                order.region(),
                order.addressId(),
                order.address(),
                order.paymentId(),
                order.tracking(),
                order.placedAt(),
                order.changedAt());
    }

    /// What changing an order answers: no more than changed. Answers are kept for repeats of the request, and the
    /// address must not outlive its customer there.
    record Changed(UUID orderId, OrderStatus status, Order.@Nullable Tracking tracking, Instant changedAt) {

        static Changed of(Order order) {
            return new Changed(order.orderId(), order.status(), order.tracking(), order.changedAt());
        }
    }
}
