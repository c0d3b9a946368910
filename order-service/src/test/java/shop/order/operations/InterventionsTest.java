package shop.order.operations;

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
import static shop.order.Rest.told;
import static shop.order.payment.ScriptedGateway.paid;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.sql.Sql;
import shop.local.test.Tokens;
import shop.local.test.WithServers;
import shop.order.payment.ScriptedGateway;

@QuarkusTest
@WithServers(database = "orders")
class InterventionsTest {

    private static final String SHIPMENT = "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}";

    @Inject
    ScriptedGateway gateway;

    @Inject
    Sql sql;

    @Test
    void a_retry_asks_for_the_payment_at_once_and_tells_everything_again() {
        var checkout = aReservedCheckout();
        var id = checkout.orderId();
        gateway.neverAnswers(id);
        checkout.arrives();
        awaitTold(id, "OrderPlaced");
        gateway.charging(id, paid("pay-1"));

        var answer = act(id, "retry", "{\"reason\": \"gateway is back\"}");

        assertThat(answer.<Boolean>path("paymentAsked")).isTrue();
        assertThat(answer.<Integer>path("eventsTold")).isEqualTo(1);
        awaitStatus(id, "CONFIRMED");
        await().atMost(Duration.ofSeconds(20)).until(() -> told(id).size() > 2);
        awaitTold(id, "OrderPlaced", "OrderConfirmed");
        assertThat(interventions(id).getString("items[0].action")).isEqualTo("RETRY");
        assertThat(interventions(id).getString("items[0].actor")).isEqualTo("ann");
        assertThat(interventions(id).getString("items[0].reason")).isEqualTo("gateway is back");
    }

    @Test
    void an_order_in_a_status_that_no_longer_exists_is_cancelled_by_hand_and_its_money_goes_back() {
        var id = confirmed();
        sql.update("UPDATE orders SET status = 'PAINTED' WHERE id = ?", id);
        problem(post("/orders/{id}/ship", SHIPMENT, id), 409, "invalid-transition");

        var answer = act(id, "force", "{\"status\": \"CANCELLED\", \"reason\": \"nobody paints any more\"}");

        assertThat(answer.<String>path("status")).isEqualTo("CANCELLED");
        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed", "OrderCancelled", "RefundRequired");
        assertThat(interventions(id).getList("items.action")).containsExactly("FORCE");
    }

    @Test
    void or_shipped_and_delivered() {
        var id = confirmed();
        sql.update("UPDATE orders SET status = 'PAINTED' WHERE id = ?", id);

        var shipped = act(id, "force", """
                {"status": "SHIPPED", "reason": "it is on its way", "carrier": "DHL", "trackingNumber": "JD01"}""");
        var delivered = act(id, "force", "{\"status\": \"DELIVERED\", \"reason\": \"it is there\"}");

        assertThat(shipped.<String>path("status")).isEqualTo("SHIPPED");
        assertThat(delivered.<String>path("status")).isEqualTo("DELIVERED");
        awaitTold(id, "OrderPlaced", "OrderConfirmed", "OrderShipped", "OrderDelivered");
    }

    @ParameterizedTest
    @CsvSource({
        "SHIPPED, CANCELLED",
        "DELIVERED, CANCELLED",
        "CANCELLED, SHIPPED",
        "SHIPPED, SHIPPED",
        "CONFIRMED, DELIVERED"
    })
    void not_even_by_hand_is_what_is_shipped_cancelled_or_what_has_ended_begun_again(String from, String to) {
        var id = confirmed();
        bring(id, from);
        var before = history(id);

        var answer = act(id, "force", """
                {"status": "%s", "reason": "please", "carrier": "DHL", "trackingNumber": "JD01"}""".formatted(to));

        problem(answer, 409, "invalid-transition");
        assertThat(history(id)).isEqualTo(before);
        assertThat(interventions(id).getList("items")).isEmpty();
    }

    @Test
    void not_even_by_hand_is_an_order_shipped_that_is_not_paid() {
        var checkout = aReservedCheckout();
        gateway.neverAnswers(checkout.orderId());
        checkout.arrives();
        awaitStatus(checkout.orderId(), "PENDING");

        var answer = act(checkout.orderId(), "force", """
                {"status": "SHIPPED", "reason": "please", "carrier": "DHL", "trackingNumber": "JD01"}""");

        problem(answer, 409, "invalid-transition");
        assertThat(status(checkout.orderId())).isEqualTo("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "PENDING", "PAINTED"})
    void nobody_but_the_payment_confirms(String to) {
        var answer = act(confirmed(), "force", "{\"status\": \"%s\", \"reason\": \"please\"}".formatted(to));

        assertThat(problem(answer, 400, "validation").getString("violations[0].field"))
                .isEqualTo("status");
    }

    @ParameterizedTest
    @CsvSource({"retry", "force"})
    void each_wants_a_reason_and_an_operator(String action) {
        var id = confirmed();

        var withoutReason = act(id, action, "{\"status\": \"CANCELLED\"}");
        var withoutToken = post("/orders/{id}/" + action, "{\"status\": \"CANCELLED\", \"reason\": \"r\"}", id);
        var ofACustomer = given().auth()
                .oauth2(Tokens.of("customer"))
                .contentType("application/json")
                .body("{\"status\": \"CANCELLED\", \"reason\": \"r\"}")
                .post("/api/v1/orders/{id}/" + action, id);

        assertThat(problem(withoutReason, 400, "validation").getString("violations[0].field"))
                .endsWith("reason");
        problem(withoutToken, 401, "unauthorized");
        problem(ofACustomer, 403, "forbidden");
        problem(interventionsOf(UUID.randomUUID()), 404, "not-found");
        problem(act(UUID.randomUUID(), action, "{\"status\": \"CANCELLED\", \"reason\": \"r\"}"), 404, "not-found");
        assertThat(status(id)).isEqualTo("CONFIRMED");
    }

    private UUID confirmed() {
        var checkout = aReservedCheckout();
        checkout.arrives();
        awaitStatus(checkout.orderId(), "CONFIRMED");
        return checkout.orderId();
    }

    private static void bring(UUID id, String to) {
        switch (to) {
            case "SHIPPED" -> post("/orders/{id}/ship", SHIPMENT, id);
            case "DELIVERED" -> {
                post("/orders/{id}/ship", SHIPMENT, id);
                post("/orders/{id}/deliver", "{}", id);
            }
            case "CANCELLED" -> post("/orders/{id}/cancel", "{}", id);
            default -> {}
        }
        assertThat(status(id)).isEqualTo(to);
    }

    private static JsonPath interventions(UUID id) {
        return interventionsOf(id).jsonPath();
    }

    private static Response interventionsOf(UUID id) {
        return given().auth().oauth2(Tokens.support("ann")).get("/api/v1/orders/{id}/interventions", id);
    }

    private static Response act(UUID id, String action, String body) {
        return given().auth()
                .oauth2(Tokens.support("ann"))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/orders/{id}/" + action, id);
    }
}
