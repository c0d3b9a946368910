package shop.local.server;

/// Whoever waits here is told to give up.
public final class Interrupted extends RuntimeException {

    private Interrupted(InterruptedException cause) {
        super(cause);
    }

    public static Interrupted by(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new Interrupted(cause);
    }
}
