package shop.order.payment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Charges what is due. Any number of replicas may run it: a claimed payment is skipped by the others.
@ApplicationScoped
class PaymentWorker {

    private static final Logger LOG = Logger.getLogger(PaymentWorker.class);
    private static final int AT_ONCE = 200;

    /// So payments are settled in batches; nobody waits for one.
    private static final Duration IDLE = Duration.ofMillis(200);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Payments payments;
    private final PaymentGateway gateway;
    private final GatewayCalls calls;
    private final Settlement settlement;
    private final CountDownLatch closed = new CountDownLatch(1);

    PaymentWorker(Payments payments, PaymentGateway gateway, GatewayCalls calls, Settlement settlement) {
        this.payments = payments;
        this.gateway = gateway;
        this.calls = calls;
        this.settlement = settlement;
    }

    /// Asks for what is due at `now`, as much as is asked for at once, and returns how much it was.
    int work(Instant now) {
        var due = payments.claimWanted(now, AT_ONCE);
        settlement.settle(calls.ask(due, gateway::charge), "payment");
        return due.size();
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("payment-worker").daemon().start(this::run);
    }

    /// What is under way is asked for again by whoever claims it next.
    void stop(@Observes ShutdownEvent event) {
        closed.countDown();
    }

    private void run() {
        try {
            for (var pause = Duration.ZERO; !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS); ) {
                pause = workAndThenPause();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration workAndThenPause() {
        try {
            return work(payments.now()) < AT_ONCE ? IDLE : Duration.ZERO;
        } catch (RuntimeException e) {
            LOG.warnf("Payments have to wait, will try again: %s", e);
            return PAUSE_AFTER_FAILURE;
        }
    }
}
