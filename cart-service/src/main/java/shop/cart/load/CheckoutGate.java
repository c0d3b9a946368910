package shop.cart.load;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets new checkouts begin as quickly as this replica's earlier ones get their outcomes; the next ones wait, first
/// come first served, and the rest are refused. Carts and quotes do not pass here.
@ApplicationScoped
public class CheckoutGate {

    private final LoadSettings settings;
    private final MeterRegistry metrics;
    private final Timer outcomes;
    private final CheckoutFlow flow;
    private final Queue<Waiting> queue = new ArrayDeque<>();

    CheckoutGate(LoadSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
        var rules = new CheckoutFlow.Rules(
                settings.checkoutP95(), settings.checkoutLost(), settings.checkoutMin(), settings.checkoutLag());
        this.flow = new CheckoutFlow(rules, System.nanoTime());
        this.outcomes = Timer.builder("cart.checkouts.outcome")
                .description("From the request of a checkout to its outcome")
                .publishPercentileHistogram()
                .register(metrics);
        metrics.gauge("cart.checkouts.in.flight", this, CheckoutGate::inFlight);
        metrics.gauge("cart.checkouts.limit", this, CheckoutGate::limit);
    }

    /// Waits a moment where the gate is closed; throws [Overloaded] where it stays so. The pass is to be closed.
    public Pass enter(String checkoutId) {
        var waiting = new Waiting(checkoutId);
        var entered = switch (ask(waiting)) {
            case ADMITTED -> true;
            case WAITING -> waiting.within(settings.checkoutPatience().toMillis()) || !giveUp(waiting);
            case REFUSED -> false;
        };
        count(entered ? "accepted" : "shed");
        if (!entered) {
            throw new Overloaded("There are too many checkouts; try again in a moment");
        }
        return new Pass(checkoutId);
    }

    /// The outcome of a checkout is known. It may be one that another replica began.
    public synchronized void ended(String checkoutId) {
        flow.end(checkoutId, System.nanoTime()).ifPresent(it -> outcomes.record(it, TimeUnit.NANOSECONDS));
        admitWaiting();
    }

    private synchronized Answer ask(Waiting asking) {
        admitWaiting(); // Some may be forgotten since, which nobody else notices.
        if (queue.isEmpty() && admits(asking)) {
            return Answer.ADMITTED;
        }
        if (queue.size() >= settings.checkoutQueue()) {
            return Answer.REFUSED;
        }
        count("queued");
        queue.add(asking);
        return Answer.WAITING;
    }

    private void admitWaiting() {
        for (var next = queue.peek(); next != null && admits(next); next = queue.peek()) {
            queue.remove().admitted.countDown();
        }
    }

    /// Those who begin the same checkout at once take one place: one of them begins it.
    private boolean admits(Waiting asking) {
        return flow.contains(asking.checkoutId) || flow.begin(asking.checkoutId, System.nanoTime());
    }

    /// False for one that was admitted at the last moment.
    private synchronized boolean giveUp(Waiting waiting) {
        return queue.remove(waiting);
    }

    private synchronized void cancel(String checkoutId) {
        flow.cancel(checkoutId);
        admitWaiting();
    }

    private synchronized int inFlight() {
        return flow.inFlight();
    }

    private synchronized int limit() {
        return flow.limit();
    }

    private void count(String outcome) {
        metrics.counter("cart.checkouts", "outcome", outcome).increment();
    }

    private enum Answer {
        ADMITTED,
        WAITING,
        REFUSED
    }

    private static final class Waiting {
        private final String checkoutId;
        private final CountDownLatch admitted = new CountDownLatch(1);

        private Waiting(String checkoutId) {
            this.checkoutId = checkoutId;
        }

        private boolean within(long millis) {
            try {
                return admitted.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /// A place among the checkouts in flight, given back at once by who does not begin one after all, and otherwise
    /// when its outcome is known.
    public final class Pass implements AutoCloseable {
        private final String checkoutId;
        private boolean begun;

        private Pass(String checkoutId) {
            this.checkoutId = checkoutId;
        }

        public void begun() {
            begun = true;
        }

        @Override
        public void close() {
            if (!begun) {
                cancel(checkoutId);
            }
        }
    }
}
