package shop.cart.checkout;

/// Why a checkout does not even begin, or why nobody knows yet whether it did.
public abstract sealed class CheckoutRefusal extends RuntimeException {

    private CheckoutRefusal(String message) {
        super(message, null, false, false);
    }

    public static final class EmptyCart extends CheckoutRefusal {
        EmptyCart() {
            super("There is nothing in the cart");
        }
    }

    /// The broker did not acknowledge in time. The checkout goes on: it is told again until it has an outcome.
    public static final class NotAcknowledged extends CheckoutRefusal {
        NotAcknowledged() {
            super("The checkout was taken down, but could not be passed on yet");
        }
    }
}
