package shop.order.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;

/// How a shop adds a status of its own: this bean is all there is to it.
@ApplicationScoped
class Packed implements OwnStatus {

    static final OrderStatus PACKED = new OrderStatus("PACKED");

    @Override
    public OrderStatus status() {
        return PACKED;
    }

    @Override
    public OrderStatus after() {
        return OrderStatus.CONFIRMED;
    }

    @Override
    public OrderStatus before() {
        return OrderStatus.SHIPPED;
    }

    /// The other tests know nothing of it.
    @Override
    public boolean mayBeSkipped() {
        return true;
    }

    @Override
    public String eventType() {
        return "OrderPacked";
    }
}
