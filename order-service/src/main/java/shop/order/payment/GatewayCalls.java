package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import shop.order.payment.PaymentGateway.Outcome;

/// Asks the gateway for many payments at once, each on a virtual thread; the size of a batch bounds how many.
@ApplicationScoped
class GatewayCalls {

    private static final Logger LOG = Logger.getLogger(GatewayCalls.class);

    /// So that answers that come at the same time are settled together.
    private static final Duration GATHERED = Duration.ofMillis(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration deadline;

    GatewayCalls(@ConfigProperty(name = "shop.payment.gateway-deadline") Duration deadline) {
        this.deadline = deadline;
    }

    /// Hands on the answers as they come, so that who answers late holds up no other. Returns when all have
    /// answered, at the latest at the deadline; who has not by then is unknown.
    void ask(List<DuePayment> due, Function<DuePayment, Outcome> question, Consumer<List<Answer>> answered) {
        var answers = new LinkedBlockingQueue<Answer>();
        var open = new HashMap<UUID, Future<?>>();
        due.forEach(it -> open.put(it.orderId(), threads.submit(() -> answers.add(answer(it, question)))));
        try {
            for (var end = System.nanoTime() + deadline.toNanos(); !open.isEmpty(); ) {
                var some = next(answers, end);
                hand(some.isEmpty() ? late(open) : some, open, answered);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // What is open is asked for again.
        }
    }

    /// Nothing where there is none until the end.
    private static List<Answer> next(BlockingQueue<Answer> answers, long end) throws InterruptedException {
        var some = new ArrayList<Answer>();
        var first = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (first != null) {
            Thread.sleep(GATHERED);
            some.add(first);
            answers.drainTo(some);
        }
        return some;
    }

    private static void hand(List<Answer> some, Map<UUID, Future<?>> open, Consumer<List<Answer>> answered) {
        some.forEach(it -> open.remove(it.orderId()));
        warnOfUnknown(some);
        answered.accept(some);
    }

    private static List<Answer> late(Map<UUID, Future<?>> open) {
        open.values().forEach(it -> it.cancel(true));
        return open.keySet().stream()
                .map(it -> new Answer(it, new Outcome.Unknown("no answer in time")))
                .toList();
    }

    private static Answer answer(DuePayment payment, Function<DuePayment, Outcome> question) {
        try {
            return new Answer(payment.orderId(), question.apply(payment));
        } catch (RuntimeException e) {
            return new Answer(payment.orderId(), new Outcome.Unknown(e.toString()));
        }
    }

    private static void warnOfUnknown(List<Answer> answers) {
        var causes = answers.stream()
                .flatMap(it -> it.outcome() instanceof Outcome.Unknown(var cause) ? Stream.of(cause) : Stream.empty())
                .toList();
        if (!causes.isEmpty()) {
            LOG.warnf("%d payments are unanswered and will be asked for again: %s", causes.size(), causes.getFirst());
        }
    }
}
