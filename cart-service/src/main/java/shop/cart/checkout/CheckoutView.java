package shop.cart.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.cart.checkout.Outcome.Placed;
import shop.cart.checkout.Outcome.PriceChanged;
import shop.cart.checkout.Outcome.Rejected;
import shop.cart.checkout.Outcome.Shortage;

/// A checkout as the customer sees it.
record CheckoutView(
        String checkoutId,
        State state,
        @Nullable String orderId,
        @Nullable String reason,
        @Nullable List<Shortage> shortages,
        List<Line> lines) {

    enum State {
        PROCESSING,
        PLACED,
        REJECTED
    }

    enum Status {
        /// In the cart, as far as this checkout goes.
        ADDED,
        RESERVED,
        PURCHASED,
        /// The checkout came to nothing, and the customer has taken the product out of the cart since.
        REMOVED
    }

    record Line(String productId, int quantity, Status status, String total) {}

    static CheckoutView of(Checkout checkout) {
        var id = checkout.checkoutId();
        var lines = checkout.lines().stream()
                .map(it -> new Line(it.productId(), it.quantity(), status(checkout, it), it.total()))
                .toList();
        return switch (checkout.outcome()) {
            case null -> new CheckoutView(id, State.PROCESSING, null, null, null, lines);
            case Placed _ -> new CheckoutView(id, State.PLACED, id, null, null, lines);
            case Rejected(var reason, var shortages) ->
                new CheckoutView(id, State.REJECTED, null, reason.name(), shortages, lines);
            case PriceChanged _ -> new CheckoutView(id, State.REJECTED, null, "PRICE_CHANGED", List.of(), lines);
        };
    }

    private static Status status(Checkout checkout, Checkout.Line line) {
        return switch (checkout.outcome()) {
            case null -> checkout.reserved() ? Status.RESERVED : Status.ADDED;
            case Placed _ -> Status.PURCHASED;
            case Rejected _, PriceChanged _ ->
                checkout.inCart().contains(line.productId()) ? Status.ADDED : Status.REMOVED;
        };
    }
}
