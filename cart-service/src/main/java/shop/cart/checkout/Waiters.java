package shop.cart.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Who waits on this replica for the outcome of which checkout.
@ApplicationScoped
class Waiters {

    private final ConcurrentHashMap<String, Shared> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// From now on, every checkout whose outcome is told here is told to the listener, too.
    void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /// Registers a waiter, which hears of an outcome told from now on. To be closed.
    Waiter on(String checkoutId) {
        var shared = waiting.compute(
                checkoutId, (_, it) -> it == null ? new Shared(1, new CompletableFuture<>()) : it.join());
        return new Waiter(checkoutId, shared.outcome());
    }

    void tell(String checkoutId, Outcome outcome) {
        listeners.forEach(it -> it.accept(checkoutId));
        var shared = waiting.get(checkoutId);
        if (shared != null) {
            shared.outcome().complete(outcome);
        }
    }

    /// Those who wait for the same checkout wait together.
    private record Shared(int waiters, CompletableFuture<Outcome> outcome) {

        Shared join() {
            return new Shared(waiters + 1, outcome);
        }

        Shared leave() {
            return new Shared(waiters - 1, outcome);
        }
    }

    /// One who waits.
    final class Waiter implements AutoCloseable {
        private final String checkoutId;
        private final CompletableFuture<Outcome> outcome;

        private Waiter(String checkoutId, CompletableFuture<Outcome> outcome) {
            this.checkoutId = checkoutId;
            this.outcome = outcome;
        }

        Optional<Outcome> within(Duration patience) {
            try {
                return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            var _ = waiting.computeIfPresent(checkoutId, (_, it) -> it.waiters() == 1 ? null : it.leave());
        }
    }
}
