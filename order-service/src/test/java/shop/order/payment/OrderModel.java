package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shop.contracts.Money;
import shop.order.lifecycle.OrderStatus;
import shop.order.payment.PaymentGateway.Outcome;

/// An order, its payment and its stock in memory: what the database holds, and [Payment]'s rule applied to it. Each
/// call is one transaction.
final class OrderModel {

    private static final Map<OrderStatus, Set<OrderStatus>> NEXT = Map.of(
            OrderStatus.PENDING, Set.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED),
            OrderStatus.CONFIRMED, Set.of(OrderStatus.SHIPPED, OrderStatus.CANCELLED),
            OrderStatus.SHIPPED, Set.of(OrderStatus.DELIVERED),
            OrderStatus.DELIVERED, Set.of(),
            OrderStatus.CANCELLED, Set.of());

    private final UUID orderId;
    private final Money price;
    private final Map<String, Money> received = new HashMap<>();
    private final Set<String> noticesSeen = new HashSet<>();
    private final List<String> refunds = new ArrayList<>();
    private OrderStatus status = OrderStatus.PENDING;
    private PaymentStatus payment = PaymentStatus.DUE;
    private String paidBy = "";
    private int stockReleased;

    OrderModel(UUID orderId, Money price) {
        this.orderId = orderId;
        this.price = price;
    }

    OrderStatus status() {
        return status;
    }

    boolean isDue() {
        return payment == PaymentStatus.DUE;
    }

    void settle(Outcome outcome) {
        var verdict = new Payment(orderId, status, payment, price, received.keySet()).on(outcome);
        if (verdict.status() != null && isDue()) {
            payment = verdict.status();
        }
        var receipt = verdict.receipt();
        if (receipt != null) {
            assertThat(received.put(receipt.paymentId(), receipt.amount())).isNull();
            paidBy = receipt.refund() == null ? receipt.paymentId() : paidBy;
        }
        if (verdict.transition() != null) {
            move(verdict.transition().target());
        }
        if (receipt != null && receipt.refund() != null) {
            refunds.add(receipt.paymentId());
        }
    }

    void hear(FaultyGateway.Told told) {
        if (noticesSeen.add(told.eventId())) {
            settle(told.notice().answer().outcome());
        }
    }

    /// Compare-and-set: what is not allowed by now changes nothing.
    void move(OrderStatus target) {
        if (!NEXT.get(status).contains(target)) {
            return;
        }
        status = target;
        if (target.equals(OrderStatus.CANCELLED)) {
            stockReleased++;
            if (!paidBy.isEmpty()) {
                refunds.add(paidBy);
            }
        }
    }

    /// What holds after every step.
    void check() {
        var isPaid = !paidBy.isEmpty();
        assertThat(refunds).doesNotHaveDuplicates();
        assertThat(stockReleased).isEqualTo(status.equals(OrderStatus.CANCELLED) ? 1 : 0);
        if (status.equals(OrderStatus.PENDING)) {
            assertThat(isPaid).isFalse();
            assertThat(payment).isEqualTo(PaymentStatus.DUE);
        } else if (!status.equals(OrderStatus.CANCELLED)) {
            assertThat(received).containsEntry(paidBy, price);
        }
        for (var paymentId : received.keySet()) {
            var isKept = paymentId.equals(paidBy) && !status.equals(OrderStatus.CANCELLED);
            assertThat(isKept ^ refunds.contains(paymentId))
                    .as("one outcome of %s", paymentId)
                    .isTrue();
        }
    }

    /// What holds when all is over: nothing is left open, and all money that the gateway took is known.
    void checkAtTheEnd(Map<String, Money> taken) {
        check();
        assertThat(status).isNotEqualTo(OrderStatus.PENDING);
        assertThat(received).isEqualTo(taken);
    }
}
