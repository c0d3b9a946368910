package shop.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import shop.order.payment.PaymentGateway.Outcome;

/// Asks the gateway for many payments at once, each on a virtual thread; the size of a batch bounds how many.
@ApplicationScoped
class GatewayCalls {

    private static final Logger LOG = Logger.getLogger(GatewayCalls.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration deadline;

    GatewayCalls(@ConfigProperty(name = "shop.payment.gateway-deadline") Duration deadline) {
        this.deadline = deadline;
    }

    /// Returns when all have answered, at the latest at the deadline; who has not by then is unknown.
    List<Answer> ask(List<DuePayment> due, Function<DuePayment, Outcome> question) {
        var calls = due.stream()
                .map(it -> (Callable<Outcome>) () -> question.apply(it))
                .toList();
        try {
            var answers = answers(due, threads.invokeAll(calls, deadline.toMillis(), TimeUnit.MILLISECONDS));
            warnOfUnknown(answers);
            return answers;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<Answer> answers(List<DuePayment> due, List<Future<Outcome>> calls) throws InterruptedException {
        var answers = new ArrayList<Answer>(due.size());
        for (int i = 0; i < due.size(); i++) {
            answers.add(new Answer(due.get(i).orderId(), outcome(calls.get(i))));
        }
        return answers;
    }

    private static void warnOfUnknown(List<Answer> answers) {
        var causes = answers.stream()
                .flatMap(it -> it.outcome() instanceof Outcome.Unknown(var cause) ? Stream.of(cause) : Stream.empty())
                .toList();
        if (!causes.isEmpty()) {
            LOG.warnf("%d payments are unanswered and will be asked for again: %s", causes.size(), causes.getFirst());
        }
    }

    private static Outcome outcome(Future<Outcome> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException | CancellationException e) {
            return new Outcome.Unknown(e.toString());
        }
    }
}
