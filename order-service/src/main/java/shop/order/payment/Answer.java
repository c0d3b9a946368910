package shop.order.payment;

import java.util.UUID;

/// What the gateway said of one order's payment.
record Answer(UUID orderId, PaymentGateway.Outcome outcome) {}
