package shop.local.demo;

/// Something is not as the demo says it must be.
final class NotSo extends RuntimeException {
    NotSo(String message) {
        super(message);
    }
}
