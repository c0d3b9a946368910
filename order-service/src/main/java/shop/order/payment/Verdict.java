package shop.order.payment;

import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.order.lifecycle.Transition;

/// What follows from an answer of the gateway.
///
/// @param status what the payment becomes; null where it stays what it is
/// @param reason why it failed
/// @param receipt money that nobody knew of before
/// @param transition of the order
record Verdict(
        @Nullable PaymentStatus status,
        @Nullable String reason,
        @Nullable Receipt receipt,
        @Nullable Transition transition) {

    /// The money that settles the payment; null where it ended without.
    @Nullable
    String paymentId() {
        return status == PaymentStatus.SUCCEEDED && receipt != null ? receipt.paymentId() : null;
    }

    static final Verdict NOTHING = new Verdict(null, null, null, null);

    /// Money that the gateway took.
    ///
    /// @param refund why it has to go back; null where an order keeps it
    record Receipt(String paymentId, Money amount, @Nullable String refund) {}

    static Verdict confirmed(String paymentId, Money amount) {
        return new Verdict(
                PaymentStatus.SUCCEEDED, null, new Receipt(paymentId, amount, null), new Transition.Confirm(paymentId));
    }

    static Verdict wrongAmount(String paymentId, Money amount) {
        return new Verdict(
                PaymentStatus.FAILED,
                "WRONG_AMOUNT",
                new Receipt(paymentId, amount, "WRONG_AMOUNT"),
                new Transition.Cancel("WRONG_AMOUNT"));
    }

    static Verdict unwanted(PaymentStatus status, String paymentId, Money amount, String refund) {
        return new Verdict(status, null, new Receipt(paymentId, amount, refund), null);
    }

    /// @param cancellation why the order ends; null where it did before
    static Verdict unpaid(PaymentStatus status, @Nullable String reason, @Nullable String cancellation) {
        return new Verdict(status, reason, null, cancellation == null ? null : new Transition.Cancel(cancellation));
    }
}
