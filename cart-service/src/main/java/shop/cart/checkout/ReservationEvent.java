package shop.cart.checkout;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What inventory tells about reservations, as far as the cart acts on it.
sealed interface ReservationEvent {

    /// Stock is held for a checkout; it becomes an order next.
    record StockReserved(String orderId, Requested checkout) implements ReservationEvent {

        public StockReserved {
            requireNonNull(orderId, "orderId");
            requireNonNull(checkout, "checkout");
        }

        /// The checkout as it was requested.
        record Requested(String customerId, List<Line> lines) {
            public Requested {
                requireNonNull(customerId, "customerId");
                requireNonNull(lines, "lines");
            }
        }

        record Line(String productId) {}
    }

    /// The checkout gets nothing.
    record StockRejected(
            String orderId,
            @Nullable String customerId,
            @Nullable String fingerprint,
            Outcome.Reason reason,
            List<Outcome.Shortage> shortages)
            implements ReservationEvent {

        public StockRejected {
            requireNonNull(orderId, "orderId");
            requireNonNull(reason, "reason");
            requireNonNull(shortages, "shortages");
        }
    }

    /// Anything else.
    record Other() implements ReservationEvent {}
}
