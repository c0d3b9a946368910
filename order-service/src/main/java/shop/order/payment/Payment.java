package shop.order.payment;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.order.lifecycle.OrderStatus;
import shop.order.payment.PaymentGateway.Outcome;

/// One order's payment as it stands, and the rule of what an answer of the gateway makes of it.
///
/// The rule is why money never rests without an outcome: it confirms its order, or it has to go back. Plain Java; the
/// rows are locked, and nothing here knows where they came from.
///
/// @param order the status of its order
/// @param known the ids of all money that was ever taken for the order
record Payment(UUID orderId, OrderStatus order, PaymentStatus status, Money amount, Set<String> known) {

    /// What follows from an answer, however often it comes and whatever came before it.
    Verdict on(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(var paymentId, var taken) -> taken(paymentId, taken);
            case Outcome.Failed(var reason) -> ended(PaymentStatus.FAILED, reason, "PAYMENT_DECLINED");
            case Outcome.Voided() -> ended(PaymentStatus.VOIDED, null, "UNPAID");
            case Outcome.Pending(), Outcome.Unknown(var _) -> Verdict.NOTHING;
        };
    }

    private Verdict taken(String paymentId, Money taken) {
        if (known.contains(paymentId)) {
            return Verdict.NOTHING;
        }
        if (!isAwaited()) {
            return Verdict.unwanted(settled(), paymentId, taken, whyBack());
        }
        // An order is sold neither for less nor for more than it costs.
        return taken.equals(amount) ? Verdict.confirmed(paymentId, taken) : Verdict.wrongAmount(paymentId, taken);
    }

    /// The first outcome stands: money that was taken stays so, whatever is said of it later.
    private Verdict ended(PaymentStatus end, @Nullable String reason, String cancellation) {
        return status == PaymentStatus.DUE
                ? Verdict.unpaid(end, reason, isAwaited() ? cancellation : null)
                : Verdict.NOTHING;
    }

    private boolean isAwaited() {
        return order.equals(OrderStatus.PENDING);
    }

    private PaymentStatus settled() {
        return status == PaymentStatus.DUE ? PaymentStatus.SUCCEEDED : status;
    }

    private String whyBack() {
        return order.equals(OrderStatus.CANCELLED) ? "ORDER_CANCELLED" : "PAID_TWICE";
    }
}
