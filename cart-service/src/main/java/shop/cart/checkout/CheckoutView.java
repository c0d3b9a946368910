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
        ADDED,
        RESERVED,
        PURCHASED
    }

    record Line(String productId, int quantity, Status status, String total) {}

    static CheckoutView of(Checkout checkout) {
        var id = checkout.checkoutId();
        return switch (checkout.outcome()) {
            case null -> {
                var status = checkout.reserved() ? Status.RESERVED : Status.ADDED;
                yield new CheckoutView(id, State.PROCESSING, null, null, null, lines(checkout, status));
            }
            case Placed _ -> new CheckoutView(id, State.PLACED, id, null, null, lines(checkout, Status.PURCHASED));
            case Rejected(var reason, var shortages) ->
                new CheckoutView(id, State.REJECTED, null, reason.name(), shortages, lines(checkout, Status.ADDED));
            case PriceChanged _ ->
                new CheckoutView(id, State.REJECTED, null, "PRICE_CHANGED", List.of(), lines(checkout, Status.ADDED));
        };
    }

    private static List<Line> lines(Checkout checkout, Status status) {
        return checkout.lines().stream()
                .map(it -> new Line(it.productId(), it.quantity(), status, it.total()))
                .toList();
    }
}
