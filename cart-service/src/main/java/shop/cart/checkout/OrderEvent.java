package shop.cart.checkout;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What order service tells about orders, as far as the cart acts on it.
sealed interface OrderEvent {

    /// The checkout of the same id became an order.
    record OrderPlaced(
            String orderId, String customerId, String fingerprint, List<Line> lines, String total, String currency)
            implements OrderEvent {

        public OrderPlaced {
            requireNonNull(orderId, "orderId");
            requireNonNull(customerId, "customerId");
            requireNonNull(lines, "lines");
            requireNonNull(total, "total");
            requireNonNull(currency, "currency");
        }

        record Line(String productId, int quantity) {
            public Line {
                requireNonNull(productId, "productId");
            }
        }
    }

    /// What happens to an order later is not the cart's business.
    record Other() implements OrderEvent {}
}
