package shop.order.payment;

import java.util.UUID;
import shop.contracts.Money;

/// Who moves the money, outside this system. An extension point: a bean of this type replaces the local one.
///
/// The order's id is the idempotency key of all calls: however often an order is charged, money moves once. Calls may
/// block and may throw, which is taken as [Outcome.Unknown].
public interface PaymentGateway {

    /// Takes the money, or tells what became of an earlier try.
    Outcome charge(UUID orderId, Money amount);

    /// Sees to it that no money is taken any more, or tells that it was.
    Outcome voidPayment(UUID orderId);

    /// What is known of the money after a call.
    sealed interface Outcome {

        /// @param paymentId the gateway's own id of the payment
        record Succeeded(String paymentId) implements Outcome {}

        record Failed(String reason) implements Outcome {}

        /// Not taken, and never will be.
        record Voided() implements Outcome {}

        /// A time-out is not a failure: the money may have moved, so it is asked again.
        record Unknown(String cause) implements Outcome {}
    }
}
