package shop.cart.cart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of a customer's cart when another one, that of a guest who logs in, comes to it. What does not fit is
/// left out and said, as nobody must be kept from logging in by a full cart.
///
/// @param from the other cart; it is gone afterwards
record Merging(Basket mine, Cart from, Limits limits) {

    /// Whose lines the customer wants.
    enum Strategy {
        /// The quantities of both.
        MERGE,
        KEEP_FROM,
        KEEP_MINE
    }

    enum Reason {
        QUANTITY_LIMIT,
        LINES_LIMIT,
        OUT_OF_STOCK,
        NOT_SOLD
    }

    /// A line that came out smaller than both together.
    record Adjusted(String productId, long requested, int quantity, Reason reason) {}

    /// @param cart the customer's after it
    record Merged(Cart cart, List<Adjusted> adjusted) {}

    /// Throws [CartRefusal.CurrencyMismatch] where the two do not hold the same currency, and
    /// [CartRefusal.CheckoutInFlight] where what is being bought would be moved or replaced.
    Merged by(Strategy strategy) {
        refuseInFlight(from, "from");
        return switch (strategy) {
            case MERGE -> both();
            case KEEP_FROM -> replaced();
            case KEEP_MINE -> new Merged(mine.cart(), List.of());
        };
    }

    private Merged replaced() {
        if (!from.hasLines()) {
            return new Merged(mine.cart(), List.of());
        }
        refuseInFlight(mine.cart(), "customerId");
        return new Merged(mine.cart().having(from.lines()), List.of());
    }

    private Merged both() {
        var cart = mine.cart();
        var adjusted = new ArrayList<Adjusted>();
        for (var line : from.lines()) {
            var have = cart.quantityOf(line.productId());
            var requested = (long) have + line.quantity();
            var refusal = refusal(cart, line.productId());
            var quantity = refusal == null ? fitting(line.productId(), have, requested) : have;
            if (quantity < requested) {
                adjusted.add(new Adjusted(
                        line.productId(), requested, quantity, refusal == null ? over(quantity) : refusal));
            }
            if (quantity > have) {
                var seen = cart.line(line.productId()).orElse(line).seen();
                cart = cart.with(line.productId(), quantity, seen);
            }
        }
        return new Merged(cart.equals(mine.cart()) ? cart : mine.cart().having(cart.lines()), List.copyOf(adjusted));
    }

    /// Why nothing of a product can come in, or null.
    private @Nullable Reason refusal(Cart cart, String productId) {
        var product = mine.onSale(productId);
        if (product.isEmpty()) {
            return Reason.NOT_SOLD;
        }
        mine.of(cart).requireCurrency(product.get());
        return cart.line(productId).isEmpty() && cart.lines().size() >= limits.lines() ? Reason.LINES_LIMIT : null;
    }

    /// Never less than the customer had.
    private int fitting(String productId, int have, long requested) {
        var available = mine.onSale(productId).orElseThrow().available();
        return (int) Math.max(have, Math.min(requested, Math.min(limits.quantity(), available)));
    }

    private Reason over(int quantity) {
        return quantity >= limits.quantity() ? Reason.QUANTITY_LIMIT : Reason.OUT_OF_STOCK;
    }

    private static void refuseInFlight(Cart cart, String field) {
        if (cart.pendingCheckout() != null) {
            throw new CartRefusal.CheckoutInFlight(field, cart.pendingCheckout());
        }
    }
}
