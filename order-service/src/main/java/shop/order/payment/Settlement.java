package shop.order.payment;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import shop.contracts.event.Batches;
import shop.order.lifecycle.Orders;
import shop.order.lifecycle.Transition;
import shop.order.payment.PaymentGateway.Outcome;

/// Makes of the gateway's answers what they mean for the orders. Money never ends without an outcome: it confirms its
/// order or, where that is cancelled already, has to go back.
@ApplicationScoped
class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);

    private final Orders orders;
    private final Payments payments;
    private final Clock clock;

    Settlement(Orders orders, Payments payments, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    /// One transaction for all; an answer that the database does not take is logged, and asked for again.
    void settle(List<Answer> answers, String actor) {
        Batches.handle(answers, batch -> inTransaction(batch, actor), (answer, cause) -> {
            LOG.errorf(cause, "Cannot settle the payment of order %s", answer.orderId());
            return List.of();
        });
    }

    /// Cancels the orders whose payment is still unknown: a gateway that does not answer must not hold stock for ever.
    /// The payment stays due, and money that shows up later has to go back.
    void giveUp(List<UUID> orderIds, String actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            orders.lock(orderIds);
            var unpaid = payments.due(orderIds);
            orders.move(
                    unpaid.stream().collect(toMap(it -> it, _ -> new Transition.Cancel("UNPAID"))),
                    actor,
                    clock.instant());
        });
    }

    private List<Void> inTransaction(List<Answer> answers, String actor) {
        QuarkusTransaction.requiringNew().run(() -> settle(answers, actor, clock.instant()));
        return List.of();
    }

    private void settle(List<Answer> answers, String actor, Instant now) {
        orders.lock(answers.stream().map(Answer::orderId).toList()); // Orders before payments, as everywhere.
        var settled = payments.settle(answers, now);
        var news = answers.stream().filter(it -> settled.contains(it.orderId())).toList();
        var moved = orders.move(transitions(news), actor, now);
        orders.requireRefunds(paidButNotMoved(news, moved), actor, now);
    }

    private static Map<UUID, Transition> transitions(Collection<Answer> answers) {
        return answers.stream().collect(toMap(Answer::orderId, it -> transition(it.outcome())));
    }

    private static Transition transition(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(var paymentId) -> new Transition.Confirm(paymentId);
            case Outcome.Failed _ -> new Transition.Cancel("PAYMENT_DECLINED");
            case Outcome.Voided _ -> new Transition.Cancel("UNPAID");
            case Outcome.Unknown _ -> throw new IllegalStateException("What is unknown settles nothing");
        };
    }

    private static Map<UUID, String> paidButNotMoved(Collection<Answer> answers, Set<UUID> moved) {
        var refunds = new HashMap<UUID, String>();
        for (var answer : answers) {
            if (answer.outcome() instanceof Outcome.Succeeded(var paymentId) && !moved.contains(answer.orderId())) {
                refunds.put(answer.orderId(), paymentId);
            }
        }
        return refunds;
    }
}
