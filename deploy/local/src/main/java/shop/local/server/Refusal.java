package shop.local.server;

/// Something that the user can put right; the message says how.
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}
