package shop.cart.load;

/// There is too much to do already. Nothing was done for whoever is refused so.
public final class Overloaded extends RuntimeException {

    /// Whoever is refused may ask again after so long.
    public static final int RETRY_AFTER_SECONDS = 1;

    Overloaded(String message) {
        super(message, null, false, false);
    }
}
