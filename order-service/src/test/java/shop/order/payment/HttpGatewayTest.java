package shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.Money;
import shop.local.test.WithServers;
import shop.order.payment.PaymentGateway.Outcome;

/// Against an HTTP server that answers what a test says.
@QuarkusTest
@WithServers(database = "orders")
class HttpGatewayTest {

    private static final int PORT = 18_090; // As the settings of the tests have it.

    @Inject
    HttpGateway gateway;

    @Inject
    GatewayCalls calls;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final List<String> requests = new ArrayList<>();
    private final DuePayment payment = new DuePayment(UUID.randomUUID(), Money.of("99.98", "USD"), "CARD");
    private int status = 200;
    private @Nullable String body = "{\"status\": \"PENDING\"}";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        breakers.resetAll();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", PORT), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_charge_says_what_for_and_carries_the_orders_id_as_its_idempotency_key() {
        body = "{\"status\": \"SUCCEEDED\", \"paymentId\": \"pay-1\", \"amount\": \"99.98\", \"currency\": \"USD\"}";

        var outcome = gateway.charge(payment);

        assertThat(outcome).isEqualTo(new Outcome.Succeeded("pay-1", payment.amount()));
        assertThat(requests).containsExactly("""
                POST /payments %1$s Bearer token-of-the-tests \
                {"orderId":"%1$s","amount":"99.98","currency":"USD","method":"CARD"}""".formatted(payment.orderId()));
    }

    @Test
    void a_void_names_the_order() {
        body = "{\"status\": \"VOIDED\"}";

        var outcome = gateway.voidPayment(payment);

        assertThat(outcome).isEqualTo(new Outcome.Voided());
        assertThat(requests)
                .containsExactly(
                        "POST /payments/%1$s/void %1$s Bearer token-of-the-tests ".formatted(payment.orderId()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"status\": \"FAILED\", \"reason\": \"no funds\"} | Failed",
                "{\"status\": \"FAILED\"} | Failed",
                "{\"status\": \"PENDING\", \"new\": 1} | Pending",
                "{\"status\": \"SUCCEEDED\"} | Unknown",
                "{\"status\": \"SUCCEEDED\", \"paymentId\": \" \", \"amount\": \"99.98\", \"currency\": \"USD\"} | Unknown",
                "{\"status\": \"SUCCEEDED\", \"paymentId\": \"a\\u0000\", \"amount\": \"99.98\", \"currency\": \"USD\"} | Unknown",
                "{\"status\": \"FAILED\", \"reason\": \"a\\u0000\"} | Failed",
                "{} | Unknown"
            })
    void what_it_answers_is_taken_for_what_it_says(String answer, String outcome) {
        body = answer;

        assertThat(gateway.charge(payment).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429, 500, 503})
    void a_refusal_is_unknown_and_not_declined(int refusal) {
        status = refusal;

        assertThat(asked()).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"status\": \"SOMETHING\"}", "[]"})
    void an_answer_that_cannot_be_read_is_unknown(String answer) {
        body = answer;

        assertThat(asked()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_gateway_that_is_away_is_left_alone_for_a_while() {
        status = 500;
        for (int i = 0; i < 20; i++) {
            asked();
        }
        requests.clear();

        var failure = catchThrowable(() -> gateway.charge(payment));

        assertThat(failure).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(requests).isEmpty();
    }

    @Test
    void nobody_who_listens_is_unknown() {
        server.stop(0);

        assertThat(asked()).isInstanceOf(Outcome.Unknown.class);
    }

    /// As the worker asks: within the deadline, and whatever goes wrong.
    private Outcome asked() {
        var answers = new ArrayList<Answer>();
        calls.ask(List.of(payment), gateway::charge, answers::addAll);
        return answers.getFirst().outcome();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        requests.add("%s %s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("Idempotency-Key"),
                        headers.getFirst("Authorization"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var bytes = String.valueOf(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
