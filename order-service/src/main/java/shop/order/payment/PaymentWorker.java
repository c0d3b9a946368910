package shop.order.payment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final CountDownLatch closed = new CountDownLatch(1);

    PaymentWorker(Payments payments, PaymentGateway gateway, GatewayCalls calls, Settlement settlement) {
        this.payments = payments;
        this.gateway = gateway;
        this.calls = calls;
        this.settlement = settlement;
    }

    /// Asks for what is due at `now`, as much as is asked for at once, and returns how much it was when all is
    /// settled.
    int work(Instant now) {
        var due = payments.claimWanted(now, AT_ONCE);
        calls.ask(due, gateway::charge, answers -> settlement.settle(answers, "payment"));
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
                pause = beginThenPause();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration beginThenPause() throws InterruptedException {
        try {
            return begin() ? Duration.ZERO : IDLE;
        } catch (RuntimeException e) {
            LOG.warnf("Payments have to wait, will try again: %s", e);
            return PAUSE_AFTER_FAILURE;
        }
    }

    /// Begins with as many as there is room for, and says whether there may be more; a gateway that is slow with some
    /// holds up only these.
    private boolean begin() throws InterruptedException {
        if (!free.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        free.release();
        var room = free.availablePermits(); // Nobody else takes of them.
        var due = payments.claimWanted(payments.now(), room);
        if (!due.isEmpty()) {
            free.acquire(due.size());
            Thread.startVirtualThread(() -> charge(due));
        }
        return due.size() == room;
    }

    private void charge(List<DuePayment> due) {
        var left = new int[] {due.size()};
        try {
            calls.ask(due, gateway::charge, answers -> {
                settlement.settle(answers, "payment");
                left[0] -= answers.size();
                free.release(answers.size());
            });
        } catch (RuntimeException e) {
            LOG.warnf("Payments have to wait, they will be asked for again: %s", e);
        } finally {
            free.release(left[0]);
        }
    }
}
