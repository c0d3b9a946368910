package shop.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What a payment gateway knows of each order's money: it is taken at most once, and never after it was voided.
final class GatewayBook {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /// Named as the gateway's API names them.
    enum Status {
        /// The customer is at it.
        PENDING,
        SUCCEEDED,
        FAILED,
        VOIDED
    }

    record Entry(String orderId, Status status, String amount, String currency) {

        boolean isTaken() {
            return status == Status.SUCCEEDED;
        }

        boolean isOpen() {
            return status == Status.PENDING;
        }

        String paymentId() {
            return "taken-" + orderId;
        }
    }

    /// Notes this, unless the order's money has come to an end before; returns what is so by then.
    Entry note(Entry wanted) {
        return entries.compute(wanted.orderId(), (_, now) -> now == null || now.isOpen() ? wanted : now);
    }

    /// What the customer was at is taken, unless it was voided meanwhile.
    Entry takeOpen(String orderId) {
        return entries.computeIfPresent(
                orderId,
                (_, now) -> now.isOpen() ? new Entry(orderId, Status.SUCCEEDED, now.amount(), now.currency()) : now);
    }

    /// What was ever taken for this order: one payment, or none.
    List<String> paymentsOf(String orderId) {
        return Stream.ofNullable(entries.get(orderId))
                .filter(Entry::isTaken)
                .map(Entry::paymentId)
                .toList();
    }
}
