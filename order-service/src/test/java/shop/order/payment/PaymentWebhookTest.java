package shop.order.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.history;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;
import static shop.order.Rest.status;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;
import shop.order.payment.Notice.End;
import shop.order.payment.PaymentGateway.Outcome;

@QuarkusTest
@WithServers(database = "orders")
class PaymentWebhookTest {

    private static final byte[] FORGERS_SECRET = "guessed".getBytes(StandardCharsets.UTF_8);

    @Inject
    ScriptedGateway gateway;

    @Inject
    PaymentTimeouts timeouts;

    @Inject
    Notices notices;

    @Inject
    Sql sql;

    @Test
    void what_the_gateway_tells_confirms_the_order_once() {
        var id = anOrderWhoseCustomerIsAtIt();
        var notice = success(id, "pay-1");

        var first = Webhook.tell("event-" + id, notice);
        var repeat = Webhook.tell("event-" + id, notice);
        var told = Webhook.tell("another-" + id, notice);

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(repeat.statusCode()).isEqualTo(204);
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(told.statusCode()).isEqualTo(204);
        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void the_same_notice_many_times_at_once_counts_once() throws Exception {
        var id = anOrderWhoseCustomerIsAtIt();
        Callable<Integer> telling =
                () -> Webhook.tell("event-" + id, success(id, "pay-1")).statusCode();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> telling).limit(8).toList())) {
                assertThat(answer.get()).isEqualTo(204);
            }
        }

        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void a_failure_cancels_and_money_that_comes_after_it_goes_back() {
        var id = anOrderWhoseCustomerIsAtIt();

        Webhook.tell("failed-" + id, notice(id, "try-1", End.FAILED, "99.98", "USD"));
        Webhook.tell("paid-" + id, success(id, "pay-1"));
        Webhook.tell("failed-late-" + id, notice(id, "try-1", End.FAILED, "99.98", "USD"));

        var events = awaitTold(id, "OrderPlaced", "OrderCancelled", "RefundRequired");
        assertThat(events.get(1).data().get("reason").asText()).isEqualTo("PAYMENT_DECLINED");
        assertThat(events.get(2).data().get("reason").asText()).isEqualTo("ORDER_CANCELLED");
    }

    @Test
    void money_that_was_taken_stays_so_whatever_comes_later() {
        var id = anOrderWhoseCustomerIsAtIt();

        Webhook.tell("paid-" + id, success(id, "pay-1"));
        Webhook.tell("failed-" + id, notice(id, "try-1", End.FAILED, "99.98", "USD"));
        timeouts.sweep(Instant.now().plus(Duration.ofHours(1)));

        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void a_second_payment_of_one_order_goes_back_and_so_does_the_first_when_it_is_cancelled() {
        var id = anOrderWhoseCustomerIsAtIt();
        Webhook.tell("paid-1-" + id, success(id, "pay-1"));

        Webhook.tell("paid-2-" + id, success(id, "pay-2"));
        post("/orders/{id}/cancel", "{}", id);

        var events =
                awaitTold(id, "OrderPlaced", "OrderConfirmed", "RefundRequired", "OrderCancelled", "RefundRequired");
        assertThat(events.get(2).data().get("paymentId").asText()).isEqualTo("pay-2");
        assertThat(events.get(2).data().get("reason").asText()).isEqualTo("PAID_TWICE");
        assertThat(events.get(4).data().get("paymentId").asText()).isEqualTo("pay-1");
    }

    @ParameterizedTest
    @CsvSource({"99.97, USD", "99.99, USD", "99.98, EUR", "0.00, USD"})
    void an_order_is_not_sold_for_another_amount(String amount, String currency) {
        var id = anOrderWhoseCustomerIsAtIt();

        Webhook.tell("paid-" + id, notice(id, "pay-1", End.SUCCEEDED, amount, currency));

        var events = awaitTold(id, "OrderPlaced", "OrderCancelled", "RefundRequired");
        assertThat(events.get(1).data().get("reason").asText()).isEqualTo("WRONG_AMOUNT");
        assertThat(events.get(2).data().get("amount").asText()).isEqualTo(amount);
        assertThat(events.get(2).data().get("currency").asText()).isEqualTo(currency);
    }

    @Test
    void a_forged_or_old_notice_changes_nothing() {
        var id = anOrderWhoseCustomerIsAtIt();
        var notice = success(id, "pay-1");

        var forged = Webhook.tell("event-" + id, notice, Instant.now(), FORGERS_SECRET);
        var old = Webhook.tell("event-" + id, notice, Instant.now().minusSeconds(400), Webhook.SECRET);
        var unsigned = given().contentType("application/json").body(notice).post("/api/v1/payments/webhook");

        assertThat(problem(forged, 401, "invalid-signature").getString("field")).isEqualTo("webhook-signature");
        assertThat(problem(old, 401, "invalid-signature").getString("field")).isEqualTo("webhook-timestamp");
        problem(unsigned, 401, "invalid-signature");
        assertThat(status(id)).isEqualTo("PENDING");
        assertThat(Webhook.tell("event-" + id, notice).header("Idempotent-Replayed"))
                .isNull();
    }

    @Test
    void an_id_stands_for_one_notice() {
        var id = anOrderWhoseCustomerIsAtIt();
        Webhook.tell("event-" + id, success(id, "pay-1"));

        var other = Webhook.tell("event-" + id, success(id, "pay-2"));
        var less = Webhook.tell("event-" + id, notice(id, "pay-1", End.SUCCEEDED, "99.00", "USD"));

        problem(other, 409, "notice-id-reused");
        problem(less, 409, "notice-id-reused");
        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed");
    }

    @Test
    void a_notice_of_an_order_that_nobody_knows_yet_is_told_again_when_it_is_known() {
        var checkout = aReservedCheckout();
        var id = checkout.orderId();
        gateway.charging(id, new Outcome.Pending());
        var early = Webhook.tell("event-" + id, success(id, "pay-1"));

        checkout.arrives();
        awaitStatus(id, "PENDING");
        var again = Webhook.tell("event-" + id, success(id, "pay-1"));

        problem(early, 404, "not-found");
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(status(id)).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"outcome\": \"SUCCEEDED\" | \"outcome\": \"DONE\" | outcome",
                "\"outcome\": \"SUCCEEDED\" | \"other\": 1 | outcome",
                "\"outcome\": \"SUCCEEDED\" | \"outcome\": 0 | outcome",
                "\"amount\": \"99.98\" | \"amount\": \"-99.98\" | amount",
                "\"amount\": \"99.98\" | \"amount\": \"a lot\" | amount",
                "\"amount\": \"99.98\" | \"amount\": \"99.987\" | amount",
                "\"currency\": \"USD\" | \"currency\": \"US\" | currency",
                "\"paymentId\": \"pay-1\" | \"paymentId\": \"\" | paymentId",
                "\"paymentId\": \"pay-1\" | \"paymentId\": \"a\\u0000\" | paymentId",
                "\"orderId\" | \"order\" | orderId"
            })
    void a_notice_that_says_nonsense_is_refused_by_its_field(String of, String with, String field) {
        var id = anOrderWhoseCustomerIsAtIt();

        var answer = Webhook.tell("event-" + id, success(id, "pay-1").replace(of, with));

        assertThat(problem(answer, 400, "validation").getString("violations[0].field"))
                .endsWith(field);
        assertThat(status(id)).isEqualTo("PENDING");
    }

    @Test
    void a_notice_is_remembered_for_a_day() {
        var id = anOrderWhoseCustomerIsAtIt();
        Webhook.tell("old-" + id, success(id, "pay-1"));
        Webhook.tell("young-" + id, success(id, "pay-1"));
        sql.update(
                "UPDATE payment_event SET received_at = now() - interval '25 hours' WHERE event_id = ?", "old-" + id);

        notices.forgetOld();

        var kept = sql.query(
                "SELECT event_id FROM payment_event WHERE order_id = ?", row -> row.getString("event_id"), id);
        assertThat(kept).containsExactly("young-" + id);
    }

    private static String success(UUID orderId, String paymentId) {
        return notice(orderId, paymentId, End.SUCCEEDED, "99.98", "USD");
    }

    private static String notice(UUID orderId, String paymentId, End outcome, String amount, String currency) {
        return Webhook.json(new Notice(paymentId, orderId, outcome, amount, currency, null));
    }

    private UUID anOrderWhoseCustomerIsAtIt() {
        var checkout = aReservedCheckout();
        gateway.charging(checkout.orderId(), new Outcome.Pending());
        gateway.voiding(checkout.orderId(), new Outcome.Unknown("scripted"));
        checkout.arrives();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !gateway.calls(checkout.orderId()).isEmpty());
        return checkout.orderId();
    }
}
