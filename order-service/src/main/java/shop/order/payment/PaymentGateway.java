package shop.order.payment;

import shop.contracts.Money;

/// Whoever moves the money. It is outside this system; a bean of this type replaces those that ship.
///
/// The order's id is the idempotency key of all calls: however often an order is charged, money moves once, and never
/// after it was voided. Calls may block and may throw, which is taken as [Outcome.Unknown].
public interface PaymentGateway {

    /// Takes the money, or tells what became of an earlier try.
    Outcome charge(DuePayment payment);

    /// Sees to it that no money is taken any more, or tells that it was.
    Outcome voidPayment(DuePayment payment);

    /// What is known of the money after a call, or by a notice of the gateway's.
    sealed interface Outcome {

        /// @param paymentId the gateway's own id of the payment
        /// @param amount what was taken
        record Succeeded(String paymentId, Money amount) implements Outcome {}

        record Failed(String reason) implements Outcome {}

        /// Not taken, and never will be.
        record Voided() implements Outcome {}

        /// The customer is at it. The gateway will tell, and is asked again, too.
        record Pending() implements Outcome {}

        /// A time-out is not a failure: the money may have moved, so it is asked again.
        record Unknown(String cause) implements Outcome {}
    }
}
