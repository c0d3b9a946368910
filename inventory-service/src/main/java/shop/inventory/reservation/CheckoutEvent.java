package shop.inventory.reservation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.IncomingEvent;

/// What this service understands of `cart.checkouts.v1`.
sealed interface CheckoutEvent {

    /// Throws [IncomingEvent.Unreadable] where it is not what its type promises.
    static CheckoutEvent read(IncomingEvent event, ObjectMapper json) {
        return event.type().equals("CheckoutRequested") ? event.as(CheckoutRequested.class, json) : new Other();
    }

    /// A customer wants to buy these lines.
    record CheckoutRequested(
            UUID orderId,
            String customerId,
            @Nullable String region,
            String fingerprint,
            Instant expiresAt,
            List<Checkout.Line> lines)
            implements CheckoutEvent {

        public CheckoutRequested {
            requireNonNull(orderId, "orderId is missing");
            requireNonNull(customerId, "customerId is missing");
            requireNonNull(fingerprint, "fingerprint is missing");
            requireNonNull(expiresAt, "expiresAt is missing");
            if (requireNonNull(lines, "lines are missing").isEmpty()) {
                throw new IllegalArgumentException("lines are empty");
            }
        }

        /// @param json what this was read from
        Checkout toCheckout(String json) {
            return new Checkout(orderId, customerId, region, fingerprint, expiresAt, lines, json);
        }
    }

    /// A type that this service does not know.
    record Other() implements CheckoutEvent {}
}
