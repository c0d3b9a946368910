package shop.order.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;
import shop.contracts.event.IncomingEvent;
import shop.order.customer.Address;
import shop.order.lifecycle.OrderLine;
import shop.order.lifecycle.Totals;

/// What this service hears from `inventory.reservations.v1`.
sealed interface ReservationEvent {

    /// Reads a record; what does not concern placing is [Other]. Throws [IncomingEvent.Unreadable].
    static ReservationEvent of(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "StockReserved" -> event.as(StockReserved.class, json);
            default -> new Other();
        };
    }

    /// The stock of a checkout is held: it becomes an order.
    record StockReserved(UUID orderId, Checkout checkout) implements ReservationEvent {
        public StockReserved {
            Objects.requireNonNull(orderId, "orderId is missing");
            Objects.requireNonNull(checkout, "checkout is missing");
        }
    }

    record Other() implements ReservationEvent {}

    /// The checkout as the cart requested it.
    record Checkout(
            String customerId,
            List<OrderLine> lines,
            String subtotal,
            String discount,
            String total,
            String currency,
            @Nullable String region,
            @Nullable String addressId,
            @Nullable String paymentMethod,
            String fingerprint,
            Instant expiresAt) {

        private static final Duration TOO_LATE = Duration.ofHours(1);

        public Checkout {
            if (customerId == null || !customerId.matches(Ids.PATTERN)) {
                throw new IllegalArgumentException("customerId is not one");
            }
            if (lines == null || lines.isEmpty()) {
                throw new IllegalArgumentException("lines are missing");
            }
            Objects.requireNonNull(fingerprint, "fingerprint is missing");
            Objects.requireNonNull(expiresAt, "expiresAt is missing");
            Totals.of(subtotal, discount, total, currency); // Throws where they are none.
        }

        /// An hour past the time after which the customer was told that nothing would come of it.
        boolean isTooLateAt(Instant now) {
            return expiresAt.plus(TOO_LATE).isBefore(now);
        }

        Address.@Nullable Key addressKey() {
            return addressId == null ? null : new Address.Key(customerId, addressId);
        }

        Totals totals() {
            return Totals.of(subtotal, discount, total, currency);
        }
    }
}
