package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.history;
import static shop.order.Rest.post;
import static shop.order.Rest.status;
import static shop.order.payment.ScriptedGateway.paid;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.order.ReservedCheckout;
import shop.order.payment.PaymentGateway.Outcome;

@QuarkusTest
@WithServers(database = "orders")
class PaymentTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration VOID_PATIENCE = Duration.ofMinutes(5);

    @Inject
    ScriptedGateway gateway;

    @Inject
    PaymentWorker worker;

    @Inject
    PaymentTimeouts timeouts;

    @Inject
    Settlement settlement;

    @Inject
    Sql sql;

    @Test
    void a_payment_that_succeeds_confirms_the_order() {
        var id = anOrderWhere(_ -> {});

        awaitStatus(id, "CONFIRMED");

        var events = awaitTold(id, "OrderPlaced", "OrderConfirmed");
        assertThat(events.getLast().data().get("paymentId").asText()).isEqualTo("pay-" + id);
        assertThat(gateway.calls(id)).containsExactly("charge 99.98");
    }

    @Test
    void a_payment_that_is_declined_cancels_the_order() {
        var id = anOrderWhere(it -> gateway.charging(it, new Outcome.Failed("no funds")));

        awaitStatus(id, "CANCELLED");

        var events = awaitTold(id, "OrderPlaced", "OrderCancelled");
        assertThat(events.getLast().data().get("reason").asText()).isEqualTo("PAYMENT_DECLINED");
    }

    @Test
    void a_payment_that_is_not_answered_is_asked_for_again_until_it_is() {
        var id = anUnansweredOrder();
        gateway.charging(id, paid("pay-late"));

        worker.work(Instant.now().plusSeconds(60));

        assertThat(status(id)).isEqualTo("CONFIRMED");
        assertThat(gateway.calls(id)).hasSize(2);
    }

    @Test
    void an_order_unpaid_after_half_an_hour_is_voided_then_cancelled() {
        var id = anUnansweredOrder();
        var placedAt = Instant.now();

        timeouts.sweep(placedAt.plus(TIMEOUT).minusSeconds(60));
        var before = status(id);
        timeouts.sweep(placedAt.plus(TIMEOUT).plusSeconds(60));

        assertThat(before).isEqualTo("PENDING");
        assertThat(gateway.calls(id)).last().isEqualTo("void");
        var events = awaitTold(id, "OrderPlaced", "OrderCancelled");
        assertThat(events.getLast().data().get("reason").asText()).isEqualTo("UNPAID");
    }

    @Test
    void money_that_the_sweep_finds_taken_confirms_the_order() {
        var id = anUnansweredOrder();
        gateway.voiding(id, paid("pay-found"));

        timeouts.sweep(Instant.now().plus(TIMEOUT).plusSeconds(60));

        assertThat(status(id)).isEqualTo("CONFIRMED");
    }

    @Test
    void a_gateway_that_is_dead_holds_no_stock_for_ever_and_its_late_money_goes_back_once() {
        var id = anUnansweredOrder();
        gateway.voiding(id, new Outcome.Unknown("dead"));

        timeouts.sweep(Instant.now().plus(TIMEOUT).plusSeconds(60));
        assertThat(status(id)).isEqualTo("PENDING");
        timeouts.sweep(Instant.now().plus(TIMEOUT).plus(VOID_PATIENCE).plusSeconds(60));
        assertThat(status(id)).isEqualTo("CANCELLED");
        gateway.voiding(id, paid("pay-found"));
        timeouts.sweep(Instant.now().plus(TIMEOUT).plusSeconds(1200));
        timeouts.sweep(Instant.now().plus(TIMEOUT).plusSeconds(2400));

        var events = awaitTold(id, "OrderPlaced", "OrderCancelled", "RefundRequired");
        assertThat(events.getLast().data().get("paymentId").asText()).isEqualTo("pay-found");
        assertThat(events.getLast().data().get("amount").asText()).isEqualTo("99.98");
    }

    @Test
    void an_order_cancelled_before_its_payment_answered_is_not_charged_any_more() {
        var id = anUnansweredOrder();
        post("/orders/{id}/cancel", "{}", id);

        worker.work(Instant.now().plusSeconds(60));
        timeouts.sweep(Instant.now().plusSeconds(60));

        assertThat(gateway.calls(id)).containsExactly("charge 99.98", "void");
        assertThat(history(id)).containsExactly("OrderPlaced", "OrderCancelled");
    }

    @Test
    void money_that_succeeds_after_the_cancellation_goes_back_once_whatever_is_answered_twice() {
        var id = anUnansweredOrder();
        post("/orders/{id}/cancel", "{}", id);
        var paid = List.of(new Answer(id, paid("pay-late")));

        settlement.settle(paid, "payment");
        settlement.settle(paid, "payment");

        assertThat(history(id)).containsExactly("OrderPlaced", "OrderCancelled", "RefundRequired");
    }

    @Test
    void an_answer_that_comes_twice_at_once_counts_once() throws Exception {
        var id = anUnansweredOrder();
        var paid = List.of(new Answer(id, paid("pay-1")));
        var start = new CountDownLatch(1);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        settlement.settle(paid, "payment");
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (var call : calls) {
                call.get();
            }
        }

        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void of_two_payments_at_once_one_confirms_the_order_and_the_other_goes_back() throws Exception {
        var ids = Stream.generate(this::prepared).limit(30).toList();
        ReservedCheckout.arrive(ids.toArray(ReservedCheckout[]::new));
        ids.forEach(it -> awaitAsked(it.orderId()));

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var it : ids) {
                var together = new CyclicBarrier(2);
                threads.invokeAll(List.of(
                        () -> settleTogether(together, it.orderId(), "pay-1"),
                        () -> settleTogether(together, it.orderId(), "pay-2")));
            }
        }

        for (var it : ids) {
            assertThat(history(it.orderId())).containsExactly("OrderPlaced", "OrderConfirmed", "RefundRequired");
        }
    }

    private boolean settleTogether(CyclicBarrier together, UUID orderId, String paymentId) throws Exception {
        together.await();
        settlement.settle(List.of(new Answer(orderId, paid(paymentId))), "payment");
        return true;
    }

    @Test
    void two_sweepers_at_once_cancel_each_order_once() throws Exception {
        var ids = Stream.generate(this::prepared).limit(20).toList();
        ReservedCheckout.arrive(ids.toArray(ReservedCheckout[]::new));
        ids.forEach(it -> awaitAsked(it.orderId()));
        var now = Instant.now().plus(TIMEOUT).plusSeconds(60);

        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.submit(() -> timeouts.sweep(now));
            threads.submit(() -> timeouts.sweep(now));
        }

        for (var it : ids) {
            assertThat(history(it.orderId())).containsExactly("OrderPlaced", "OrderCancelled");
            assertThat(gateway.calls(it.orderId())).containsExactly("charge 99.98", "void");
        }
    }

    @Test
    void the_database_takes_no_success_without_a_payment() {
        var id = anUnansweredOrder();

        var update = "UPDATE payment SET status = 'SUCCEEDED' WHERE order_id = ?";

        assertThatThrownBy(() -> sql.update(update, id)).hasMessageContaining("payment_of_success");
    }

    private ReservedCheckout prepared() {
        var checkout = aReservedCheckout();
        gateway.neverAnswers(checkout.orderId());
        return checkout;
    }

    private UUID anUnansweredOrder() {
        var id = anOrderWhere(gateway::neverAnswers);
        awaitAsked(id);
        return id;
    }

    private UUID anOrderWhere(Consumer<UUID> script) {
        var checkout = aReservedCheckout();
        script.accept(checkout.orderId());
        checkout.arrives();
        return checkout.orderId();
    }

    private void awaitAsked(UUID id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !gateway.calls(id).isEmpty());
    }
}
