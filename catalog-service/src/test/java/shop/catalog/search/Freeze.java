package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Holds a rebuild where the new index has all and is about to serve.
@ApplicationScoped
class Freeze {

    private final AtomicReference<Hold> next = new AtomicReference<>();

    /// Holds the next rebuild that is begun, until the hold is closed.
    Hold next() {
        Rebuilding.awaitNone();
        var hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
        next.set(hold);
        return hold;
    }

    void on(@Observes RebuildIndex.CaughtUp event) throws InterruptedException {
        var hold = next.getAndSet(null);
        if (hold != null) {
            hold.reached.countDown();
            hold.goOn.await();
        }
    }

    record Hold(CountDownLatch reached, CountDownLatch goOn) implements AutoCloseable {

        void await() throws InterruptedException {
            if (!reached.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No rebuild came so far");
            }
        }

        @Override
        public void close() {
            goOn.countDown();
        }
    }
}
