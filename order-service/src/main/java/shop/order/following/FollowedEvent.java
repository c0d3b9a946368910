package shop.order.following;

import java.util.UUID;
import shop.order.lifecycle.OrderEvent.OrderDelivered;

/// Something that happened to an order, as it is told.
///
/// @param json as it stands on `order.orders.v1`
record FollowedEvent(UUID orderId, int sequence, String type, String json) {

    /// Nothing can follow. (After a cancellation, a refund can.)
    boolean isLast() {
        return type.equals(OrderDelivered.class.getSimpleName());
    }
}
