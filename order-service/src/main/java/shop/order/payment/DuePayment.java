package shop.order.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;

/// A payment whose outcome is not known yet and which it is our turn to ask for.
///
/// @param method how the customer wants to pay, as `CARD`; null where nobody said
public record DuePayment(
        UUID orderId, Money amount, @Nullable String method) {}
