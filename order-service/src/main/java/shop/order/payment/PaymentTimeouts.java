package shop.order.payment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Ends the payments that nobody waits for any more, and with them the orders that stayed unpaid.
@ApplicationScoped
class PaymentTimeouts {

    private static final String ACTOR = "payment-timeout";
    private static final int AT_ONCE = 200;

    private final Payments payments;
    private final PaymentGateway gateway;
    private final GatewayCalls calls;
    private final Settlement settlement;
    private final PaymentTerms terms;

    PaymentTimeouts(
            Payments payments, PaymentGateway gateway, GatewayCalls calls, Settlement settlement, PaymentTerms terms) {
        this.payments = payments;
        this.terms = terms;
        this.gateway = gateway;
        this.calls = calls;
        this.settlement = settlement;
    }

    /// Does it at the database's time until nothing is left.
    @Scheduled(every = "{shop.payment.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        while (sweep(payments.now()) == AT_ONCE) {
            // There may be more.
        }
    }

    /// Voids at the gateway what is unwanted at `now`, which ends the orders that are unpaid; those whose gateway
    /// did not say for long are cancelled without. Returns how many it asked for.
    int sweep(Instant now) {
        var unwanted = payments.claimUnwanted(now, AT_ONCE);
        calls.ask(unwanted, gateway::voidPayment, answers -> settlement.settle(answers, ACTOR));
        settlement.giveUp(unwanted.stream().map(DuePayment::orderId).toList(), terms.hopeless(now), ACTOR);
        return unwanted.size();
    }
}
