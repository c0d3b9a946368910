package shop.order.payment;

import java.util.UUID;
import shop.contracts.Money;

/// A payment whose outcome is not known yet and which it is our turn to ask for.
record DuePayment(UUID orderId, Money amount) {}
