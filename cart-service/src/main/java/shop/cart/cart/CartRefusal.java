package shop.cart.cart;

import java.util.Currency;

/// Why a cart cannot be changed, or not be bought, as asked.
public abstract sealed class CartRefusal extends RuntimeException {

    private CartRefusal(String message) {
        super(message, null, false, false);
    }

    /// The catalog has not told of such a product.
    public static final class UnknownProduct extends CartRefusal {
        public final String productId;

        UnknownProduct(String productId) {
            super("There is no product %s".formatted(productId));
            this.productId = productId;
        }
    }

    /// The catalog does not sell it any more.
    public static final class Discontinued extends CartRefusal {
        public final String productId;

        Discontinued(String productId) {
            super("%s is not sold any more".formatted(productId));
            this.productId = productId;
        }
    }

    /// More than can be reserved now.
    public static final class OutOfStock extends CartRefusal {
        public final String productId;
        public final long requested;
        public final long available;

        OutOfStock(String productId, long requested, long available) {
            super("Of %s, %d are available".formatted(productId, available));
            this.productId = productId;
            this.requested = requested;
            this.available = available;
        }
    }

    /// A cart holds one currency.
    public static final class CurrencyMismatch extends CartRefusal {
        public final String productId;
        public final Currency currency;
        public final Currency cartCurrency;

        CurrencyMismatch(String productId, Currency currency, Currency cartCurrency) {
            super("%s costs %s, the cart holds %s".formatted(productId, currency, cartCurrency));
            this.productId = productId;
            this.currency = currency;
            this.cartCurrency = cartCurrency;
        }
    }

    /// As many lines as a cart may have.
    public static final class TooManyLines extends CartRefusal {
        public final int limit;

        TooManyLines(int limit) {
            super("A cart holds at most %d products".formatted(limit));
            this.limit = limit;
        }
    }

    /// More of one product than a line may have.
    public static final class TooMany extends CartRefusal {
        public final String productId;
        public final long requested;
        public final int limit;

        TooMany(String productId, long requested, int limit) {
            super("A cart holds at most %d of a product".formatted(limit));
            this.productId = productId;
            this.requested = requested;
            this.limit = limit;
        }
    }

    /// What is being bought can be neither moved to another cart nor replaced.
    public static final class CheckoutInFlight extends CartRefusal {
        public final String field;
        public final String checkoutId;

        CheckoutInFlight(String field, String checkoutId) {
            super("The checkout %s of this cart is in flight".formatted(checkoutId));
            this.field = field;
            this.checkoutId = checkoutId;
        }
    }

    /// The Idempotency-Key stood for another request.
    public static final class KeyReused extends CartRefusal {
        public KeyReused() {
            super("An Idempotency-Key stands for one request; use a new one for another");
        }
    }

    /// Others change this cart all the time.
    public static final class Contended extends CartRefusal {
        public Contended() {
            super("Too many changes of this cart at once");
        }
    }
}
