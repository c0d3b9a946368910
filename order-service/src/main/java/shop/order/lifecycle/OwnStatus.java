package shop.order.lifecycle;

/// A status of a shop's own, between two others that follow on one another: PACKED between CONFIRMED and SHIPPED,
/// say.
///
/// A bean of this type adds it, and nothing else changes: it is reached by `POST /orders/{orderId}/status`, stands
/// in the history, is told on `order.orders.v1`, and may be cancelled where the status before it may. Several can
/// follow on one another, each between the one before and the next. Payment and stock do not know of it: paid is
/// paid, and held is held until the order is shipped or cancelled.
public interface OwnStatus {

    OrderStatus status();

    /// The status that it follows on; not PENDING, which the payment alone ends.
    OrderStatus after();

    /// The status that it leads to, which could be reached from [#after()] directly without it.
    OrderStatus before();

    /// Whether the direct way stays open, too.
    default boolean mayBeSkipped() {
        return false;
    }

    /// The fact's name on `order.orders.v1`, as `OrderPacked`.
    String eventType();
}
