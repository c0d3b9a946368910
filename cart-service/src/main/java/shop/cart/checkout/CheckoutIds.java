package shop.cart.checkout;

import java.util.UUID;
import shop.cart.cart.Cart;
import shop.contracts.Ids;

/// The ids of checkouts, which become those of orders. A repeat has the id of the first, whatever was lost since.
final class CheckoutIds {

    private static final UUID CHECKOUTS = UUID.fromString("0b7f4a4e-6d0c-5e58-9d59-5c1f3f1f7d21");

    private CheckoutIds() {}

    /// For one use of the key, for ever.
    static String of(String customerId, String key) {
        return Ids.of(CHECKOUTS, "%s key %s".formatted(customerId, key)).toString();
    }

    /// For one attempt to buy this very cart.
    static String of(String customerId, Cart cart) {
        var name = "%s cart %s %d %d".formatted(customerId, cart.cartId(), cart.version(), cart.attempt());
        return Ids.of(CHECKOUTS, name).toString();
    }
}
