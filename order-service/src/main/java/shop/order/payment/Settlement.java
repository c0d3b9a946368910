package shop.order.payment;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import shop.contracts.event.Batches;
import shop.order.lifecycle.Orders;
import shop.order.lifecycle.Refund;
import shop.order.lifecycle.Transition;
import shop.order.payment.PaymentGateway.Outcome;

/// Makes of the gateway's answers what they mean for the orders, as [Payment] rules.
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

    /// At most one answer for each order, in one transaction for all; one that the database does not take is
    /// logged, and asked for again.
    void settle(List<Answer> answers, String actor) {
        Batches.handle(answers, batch -> inTransaction(batch, actor), (answer, cause) -> {
            LOG.errorf(cause, "Cannot settle the payment of order %s", answer.orderId());
            return List.of();
        });
    }

    /// The same for one answer, in the transaction that is open.
    void settleNow(Answer answer, String actor) {
        settle(List.of(answer), actor, clock.instant());
    }

    /// Cancels those orders whose payment is still unknown although it should have been there before
    /// `expiredBefore`: a gateway that does not answer must not hold stock for ever. The payment stays due, and
    /// money that shows up later has to go back.
    void giveUp(List<UUID> orderIds, Instant expiredBefore, String actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            orders.lock(orderIds);
            var unpaid = payments.dueSince(expiredBefore, orderIds);
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
        var orderIds = answers.stream().map(Answer::orderId).toList();
        orders.lock(orderIds); // Orders before payments, as everywhere; then what was settled by whoever held them.
        var before = payments.of(orderIds);
        var verdicts = verdicts(answers, before);
        payments.settle(verdicts, now);
        payments.postpone(pending(answers), now);
        orders.move(transitions(verdicts), actor, now);
        orders.requireRefunds(refunds(verdicts).toList(), actor, now);
    }

    private static List<UUID> pending(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.outcome() instanceof Outcome.Pending)
                .map(Answer::orderId)
                .toList();
    }

    private static Map<UUID, Verdict> verdicts(List<Answer> answers, Map<UUID, Payment> payments) {
        return answers.stream()
                .filter(it -> payments.containsKey(it.orderId()))
                .collect(toMap(
                        Answer::orderId,
                        it -> Objects.requireNonNull(payments.get(it.orderId())).on(it.outcome())));
    }

    private static Map<UUID, Transition> transitions(Map<UUID, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(it -> it.getValue().transition() != null)
                .collect(toMap(
                        Map.Entry::getKey,
                        it -> Objects.requireNonNull(it.getValue().transition())));
    }

    private static Stream<Refund> refunds(Map<UUID, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .flatMap(it ->
                        Stream.ofNullable(it.getValue().receipt()).flatMap(receipt -> refund(it.getKey(), receipt)));
    }

    private static Stream<Refund> refund(UUID orderId, Verdict.Receipt receipt) {
        return Stream.ofNullable(receipt.refund())
                .map(reason -> new Refund(orderId, receipt.paymentId(), receipt.amount(), reason));
    }
}
