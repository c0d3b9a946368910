package shop.order.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.order.ReservedCheckout.aReservedCheckout;
import static shop.order.Rest.awaitStatus;
import static shop.order.Rest.awaitTold;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.contracts.sql.Sql;
import shop.local.test.Tokens;
import shop.local.test.WithServers;
import shop.order.RelayPause;
import shop.order.Topics;
import shop.order.payment.PaymentGateway.Outcome;
import shop.order.payment.ScriptedGateway;

@QuarkusTest
@WithServers(database = "orders")
class StuckOrdersTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    ScriptedGateway gateway;

    @Inject
    Sql sql;

    @Test
    void an_order_whose_payment_is_overdue_is_stuck() {
        var id = anUnansweredOrder();
        var before = kinds(id);

        sql.update("UPDATE payment SET expires_at = now() - interval '2 minutes' WHERE order_id = ?", id);

        assertThat(before).isEmpty();
        await().atMost(LIMIT).until(() -> kinds(id).contains("PENDING"));
        post("/orders/{id}/cancel", "{}", id);
        assertThat(kinds(id)).doesNotContain("PENDING");
    }

    @Test
    void money_that_nobody_knows_of_is_stuck() {
        var id = anUnansweredOrder();
        post("/orders/{id}/cancel", "{}", id);
        var before = kinds(id);

        sql.update("UPDATE payment SET expires_at = now() - interval '2 minutes' WHERE order_id = ?", id);

        assertThat(before).isEmpty();
        assertThat(kinds(id)).containsExactly("PAYMENT_UNKNOWN");
    }

    @Test
    void what_is_not_told_is_stuck() throws Exception {
        var id = anUnansweredOrder();
        try (var _ = new RelayPause("orders")) {
            post("/orders/{id}/cancel", "{}", id);

            sql.update("UPDATE order_history SET at = at - interval '2 minutes' WHERE order_id = ?", id);

            assertThat(kinds(id)).contains("UNTOLD");
        }
        await().atMost(LIMIT).until(() -> !kinds(id).contains("UNTOLD"));
    }

    @Test
    void a_reservation_without_an_order_is_stuck_until_it_is_placed_after_all() {
        var checkout = aReservedCheckout();
        Topics.send(List.of(
                Topics.reservation(checkout.key(), "StockReserved", "{\"orderId\"".getBytes(StandardCharsets.UTF_8))));
        await().atMost(LIMIT).until(() -> kinds(checkout.orderId()).contains("UNPLACED"));

        checkout.arrives();

        awaitStatus(checkout.orderId(), "CONFIRMED");
        assertThat(kinds(checkout.orderId())).doesNotContain("UNPLACED");
    }

    @Test
    void they_come_in_pages_of_a_kind() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var id = UUID.randomUUID();
            ids.add(id.toString());
            sql.update(
                    "INSERT INTO unplaced_reservation VALUES (?, 'test', now() - make_interval(mins => ?))",
                    id,
                    60 - i / 2);
        }

        var listed = listed("UNPLACED");

        assertThat(listed).doesNotHaveDuplicates().containsAll(ids);
        assertThat(listed.indexOf(ids.get(0))).isLessThan(listed.indexOf(ids.get(4)));
    }

    @ParameterizedTest
    @CsvSource({"kind=OTHER, kind", "cursor=bm9uZQ, cursor", "limit=0, limit", "limit=201, limit", "limit=x, limit"})
    void nonsense_is_refused_by_its_name(String query, String field) {
        var problem = problem(stuck("?" + query), 400, "validation");

        assertThat(problem.getString("violations[0].field")).endsWith(field);
    }

    @Test
    void they_are_for_operators_only() {
        problem(given().get("/api/v1/orders/stuck"), 401, "unauthorized");
        problem(given().auth().oauth2(Tokens.of("customer")).get("/api/v1/orders/stuck"), 403, "forbidden");
    }

    private static List<String> kinds(UUID id) {
        return all(null).stream()
                .filter(it -> id.toString().equals(it.get("orderId")))
                .map(it -> it.get("kind"))
                .toList();
    }

    private static List<String> listed(String kind) {
        return all(kind).stream().map(it -> it.get("orderId")).toList();
    }

    private static List<Map<String, String>> all(@Nullable String kind) {
        var found = new ArrayList<Map<String, String>>();
        var of = kind == null ? "" : "&kind=" + kind;
        String cursor = null;
        do {
            var page = stuck("?limit=2" + of + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            found.addAll(page.getList("items"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return found;
    }

    private static Response stuck(String query) {
        return given().auth().oauth2(Tokens.support("ann")).get("/api/v1/orders/stuck" + query);
    }

    private UUID anUnansweredOrder() {
        var checkout = aReservedCheckout();
        gateway.neverAnswers(checkout.orderId());
        gateway.voiding(checkout.orderId(), new Outcome.Unknown("scripted"));
        checkout.arrives();
        awaitStatus(checkout.orderId(), "PENDING");
        awaitTold(checkout.orderId(), "OrderPlaced");
        return checkout.orderId();
    }
}
