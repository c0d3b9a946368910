package shop.local.suite;

/// Something that the user can put right; the message says how.
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }
}
