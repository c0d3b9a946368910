package shop.cart.checkout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.cart.checkout.OrderEvent.OrderPlaced;
import shop.cart.checkout.Outcome.Reason;
import shop.cart.checkout.Outcome.Rejected;
import shop.cart.checkout.ReservationEvent.StockRejected;

/// What others decided about a checkout.
///
/// @param customerId null where the event does not say; the checkout itself knows, too
/// @param fingerprint of the request that was decided; null where the event does not say
/// @param bought how many of each product became the customer's
/// @param order the order's JSON, in case that nothing is known of the checkout any more
record Decision(
        String checkoutId,
        @Nullable String customerId,
        @Nullable String fingerprint,
        Outcome outcome,
        Map<String, Integer> bought,
        String order) {

    static Decision of(OrderPlaced event, String json) {
        var bought = event.lines().stream()
                .collect(Collectors.toMap(OrderPlaced.Line::productId, OrderPlaced.Line::quantity, Integer::sum));
        return new Decision(
                event.orderId(),
                event.customerId(),
                event.fingerprint(),
                new Outcome.Placed(event.total(), event.currency()),
                bought,
                json);
    }

    static Decision of(StockRejected event) {
        return new Decision(
                event.orderId(),
                event.customerId(),
                event.fingerprint(),
                new Rejected(event.reason(), event.shortages()),
                Map.of(),
                "");
    }

    /// What it means for a checkout with this fingerprint.
    Outcome outcomeFor(@Nullable String other) {
        var same = fingerprint == null || other == null || fingerprint.equals(other);
        return same ? outcome : new Rejected(Reason.KEY_REUSED, List.of());
    }
}
