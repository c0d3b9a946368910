package shop.order.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;

/// What is to be paid for a new order.
///
/// @param method how the customer wants to pay, as `CARD`; null where nobody said
/// @param since when the order was placed: its time-out counts from there
public record Bill(UUID orderId, Money amount, @Nullable String method, Instant since) {}
