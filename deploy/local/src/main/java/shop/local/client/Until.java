package shop.local.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what the services tell one another to arrive.
public final class Until {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Until() {}

    /// Asks again until the answer is as wanted, and returns it; the last answer after 20 s, wanted or not.
    public static <T> T answered(Supplier<T> question, Predicate<T> wanted) {
        var deadline = Instant.now().plus(PATIENCE);
        var answer = question.get();
        while (!wanted.test(answer) && Instant.now().isBefore(deadline)) {
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
