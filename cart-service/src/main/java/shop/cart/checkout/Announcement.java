package shop.cart.checkout;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import shop.contracts.event.OutgoingEvent;

/// A checkout as it is told to inventory, the first time and every time again.
///
/// @param json the [CheckoutRequested]
record Announcement(String eventId, String checkoutId, Instant at, String json) {

    OutgoingEvent event() {
        return new OutgoingEvent(
                eventId, "CheckoutRequested", "/cart-service", checkoutId, at, json.getBytes(StandardCharsets.UTF_8));
    }
}
