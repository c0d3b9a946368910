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

    PaymentTimeouts(Payments payments, PaymentGateway gateway, GatewayCalls calls, Settlement settlement) {
        this.payments = payments;
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

    /// Voids at the gateway what is unwanted at `now`; then the orders still unpaid are cancelled. Returns how many.
    int sweep(Instant now) {
        var unwanted = payments.claimUnwanted(now, AT_ONCE);
        settlement.settle(calls.ask(unwanted, it -> gateway.voidPayment(it.orderId())), ACTOR);
        settlement.giveUp(unwanted.stream().map(DuePayment::orderId).toList(), ACTOR);
        return unwanted.size();
    }
}
