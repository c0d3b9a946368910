package shop.order.lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static shop.order.Rest.get;
import static shop.order.Rest.history;
import static shop.order.Rest.post;
import static shop.order.Rest.problem;
import static shop.order.lifecycle.SomeOrder.anOrder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.contracts.Money;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "orders")
class OrderResourceTest {

    /// The steps that bring an order into each status.
    private static final Map<OrderStatus, List<Transition>> WAYS = Map.of(
            OrderStatus.PENDING, List.of(),
            OrderStatus.CONFIRMED, List.of(new Transition.Confirm("pay-1")),
            OrderStatus.SHIPPED, List.of(new Transition.Confirm("pay-1"), new Transition.Ship("DHL", "JD01")),
            OrderStatus.DELIVERED,
                    List.of(
                            new Transition.Confirm("pay-1"),
                            new Transition.Ship("DHL", "JD01"),
                            new Transition.Deliver()),
            OrderStatus.CANCELLED, List.of(new Transition.Cancel("UNPAID")));

    private static final Map<String, OrderStatus> ACTIONS =
            Map.of("cancel", OrderStatus.CANCELLED, "ship", OrderStatus.SHIPPED, "deliver", OrderStatus.DELIVERED);

    @Inject
    Orders orders;

    @Inject
    History history;

    @Inject
    Lifecycle lifecycle;

    static Stream<Arguments> statusesAndActions() {
        return OrderStatus.CORE.stream()
                .flatMap(from -> ACTIONS.keySet().stream().map(action -> Arguments.of(from, action)));
    }

    @ParameterizedTest
    @MethodSource("statusesAndActions")
    void what_the_lifecycle_allows_works_once_and_what_not_changes_nothing(OrderStatus from, String action) {
        var id = placed(anOrder(), from);
        var to = ACTIONS.get(action);
        var before = history(id);

        var first = act(id, action);
        var second = act(id, action);

        if (lifecycle.next(from).contains(to)) {
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.<String>path("status")).isEqualTo(to.name());
        } else {
            refused(first, from, to);
            assertThat(history(id)).isEqualTo(before);
        }
        refused(second, new OrderStatus(get("/orders/{id}", id).path("status")), to);
    }

    static Stream<Arguments> refusedPairs() {
        var lifecycle = new Lifecycle(List.of());
        return OrderStatus.CORE.stream()
                .flatMap(from -> OrderStatus.CORE.stream()
                        .filter(to -> !lifecycle.next(from).contains(to))
                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("refusedPairs")
    void of_the_25_pairs_of_statuses_the_20_that_are_not_allowed_change_nothing(OrderStatus from, OrderStatus to) {
        var id = placed(anOrder(), from);
        var before = get("/orders/{id}", id).asString();

        var answer = post("/orders/{id}/status", "{\"status\": \"%s\"}".formatted(to), id);

        refused(answer, from, to);
        assertThat(get("/orders/{id}", id).asString()).isEqualTo(before);
        assertThat(history(id)).hasSize(WAYS.get(from).size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "SHIPPED", "DELIVERED", "CANCELLED"})
    void an_order_is_confirmed_only_while_it_is_pending(String from) {
        var id = placed(anOrder(), new OrderStatus(from));

        var moved =
                inTransaction(() -> orders.move(Map.of(id, new Transition.Confirm("pay-2")), "test", Instant.now()));

        assertThat(moved).isEmpty();
        assertThat(get("/orders/{id}", id).<String>path("status")).isEqualTo(from);
    }

    @Test
    void a_shipped_order_cannot_be_cancelled() {
        var id = placed(anOrder(), OrderStatus.SHIPPED);

        var answer = post("/orders/{id}/cancel", "{}", id);

        var problem = problem(answer, 409, "invalid-transition");
        assertThat(problem.getString("from")).isEqualTo("SHIPPED");
        assertThat(problem.getString("to")).isEqualTo("CANCELLED");
        assertThat(problem.getList("allowed")).containsExactly("DELIVERED");
    }

    @Test
    void an_order_shows_what_was_bought_and_where_the_parcel_is() {
        var order = anOrder();
        var id = placed(order, OrderStatus.SHIPPED);

        var shown = get("/orders/{id}", id).jsonPath();

        assertThat(shown.getString("status")).isEqualTo("SHIPPED");
        assertThat(shown.getString("lines[0].explanation[0].rule")).isEqualTo("MEMBERSHIP");
        assertThat(shown.getString("subtotal")).isEqualTo("54.99");
        assertThat(shown.getString("total")).isEqualTo("49.99");
        assertThat(shown.getString("currency")).isEqualTo("USD");
        assertThat(shown.getString("tracking.trackingNumber")).isEqualTo("JD01");
    }

    @Test
    void the_history_says_what_happened_and_why_in_sequence() {
        var id = placed(anOrder(), OrderStatus.PENDING);
        post("/orders/{id}/cancel", "{\"reason\": \"changed my mind\"}", id);

        var history = get("/orders/{id}/history", id).jsonPath();

        assertThat(history.getList("items.type")).containsExactly("OrderPlaced", "OrderCancelled");
        assertThat(history.getList("items.sequence")).containsExactly(1, 2);
        assertThat(history.getString("items[1].reason")).isEqualTo("changed my mind");
        assertThat(history.getString("items[1].actor")).isEqualTo("api");
        assertThat(history.getString("items[0].event.total")).isEqualTo("49.99");
    }

    @Test
    void cancelling_a_paid_order_requires_the_refund_once() {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);

        post("/orders/{id}/cancel", "{}", id);
        post("/orders/{id}/cancel", "{}", id);

        assertThat(history(id)).containsExactly("OrderPlaced", "OrderConfirmed", "OrderCancelled", "RefundRequired");
    }

    @Test
    void the_database_takes_no_second_refund_of_one_payment() {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);
        post("/orders/{id}/cancel", "{}", id);

        var again = catchThrowable(() -> inTransaction(() -> {
            var refund = new Refund(id, "pay-1", Money.of("49.99", "USD"), "ORDER_CANCELLED");
            orders.requireRefunds(List.of(refund), "test", Instant.now());
            return true;
        }));

        assertThat(again).hasMessageMatching("(?s).*order_history_\\d+_order_id_payment_id_idx.*");
        assertThat(history(id)).hasSize(4);
    }

    @Test
    void the_database_takes_no_second_event_of_one_sequence() {
        var some = anOrder();
        var id = placed(some, OrderStatus.PENDING);

        var again = catchThrowable(() -> inTransaction(() -> {
            history.record(List.of(some.build().placed()), "test");
            return true;
        }));

        assertThat(again).hasMessageMatching("(?s).*order_history_\\d+_pkey.*");
        assertThat(history(id)).containsExactly("OrderPlaced");
    }

    @Test
    void whatever_is_wished_in_whatever_order_only_what_the_lifecycle_allows_is_done() {
        var random = new Random(1);
        var wishes = WAYS.values().stream().flatMap(List::stream).distinct().toList();
        for (int i = 0; i < 50; i++) {
            var id = placed(anOrder(), OrderStatus.PENDING);
            var reference = OrderStatus.PENDING;
            for (int j = 0; j < 6; j++) {
                var wish = wishes.get(random.nextInt(wishes.size()));
                var allowed = lifecycle.next(reference).contains(wish.target());

                var moved = inTransaction(() -> orders.move(Map.of(id, wish), "test", Instant.now()));

                assertThat(moved).hasSize(allowed ? 1 : 0);
                reference = allowed ? wish.target() : reference;
                assertThat(orders.get(id).status()).isEqualTo(reference);
            }
            history(id);
        }
    }

    @Test
    void a_repeat_under_the_same_key_is_answered_as_before() {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);
        var shipment = "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\"}";

        var first = withKey("ship-" + id, shipment).post("/api/v1/orders/{id}/ship", id);
        var second = withKey("ship-" + id, shipment).post("/api/v1/orders/{id}/ship", id);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(history(id)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"trackingNumber\": \"JD01\"}",
                "{\"carrier\": \" \", \"trackingNumber\": \"JD01\"}",
                "{\"carrier\": \"D\\u0000HL\", \"trackingNumber\": \"JD01\"}"
            })
    void a_shipment_names_its_carrier(String shipment) {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);

        var answer = post("/orders/{id}/ship", shipment, id);

        assertThat(problem(answer, 400, "validation").getList("violations.field", String.class))
                .contains("carrier");
    }

    @Test
    void the_day_on_which_a_parcel_should_arrive_is_kept_and_told() {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        var answer = post("/orders/{id}/ship", shipmentExpected("\"" + day + "\""), id);

        assertThat(answer.<String>path("tracking.expectedDelivery")).isEqualTo(day);
        assertThat(get("/orders/{id}", id).<String>path("tracking.expectedDelivery"))
                .isEqualTo(day);
        assertThat(get("/orders/{id}/history", id).<String>path("items[2].event.expectedDelivery"))
                .isEqualTo(day);
    }

    @Test
    void nothing_is_told_of_a_day_that_nobody_named() {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);

        post("/orders/{id}/ship", shipmentExpected("null"), id);

        assertThat(get("/orders/{id}/history", id).<Map<String, Object>>path("items[2].event"))
                .containsKey("trackingNumber")
                .doesNotContainKey("expectedDelivery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2020-02-29\"",
                "\"+10000-01-01\"",
                "\"2027-02-30\"",
                "\"2027-02-01T10:15:30Z\"",
                "\"soon\"",
                "\"\"",
                "9223372036854775807",
                "true"
            })
    void a_shipment_is_expected_on_no_day_that_is_past_or_none(String day) {
        var id = placed(anOrder(), OrderStatus.CONFIRMED);

        var answer = post("/orders/{id}/ship", shipmentExpected(day), id);

        assertThat(problem(answer, 400, "validation").getList("violations.field", String.class))
                .containsExactly("expectedDelivery");
        assertThat(history(id)).hasSize(2);
    }

    @Test
    void orders_are_spoken_of_in_json_alone() {
        var id = placed(anOrder(), OrderStatus.PENDING);

        var text = given().contentType("text/plain").body("just words").post("/api/v1/orders/{id}/cancel", id);
        var html = given().accept("text/html").get("/api/v1/orders/{id}", id);
        var nonsense = given().header("Accept", ";;;").get("/api/v1/orders/{id}/history", id);

        problem(text, 415, "unsupported-media-type");
        problem(html, 406, "not-acceptable");
        problem(nonsense, 406, "not-acceptable");
        assertThat(history(id)).containsExactly("OrderPlaced");
    }

    @Test
    void an_order_that_nobody_knows_is_not_found() {
        var id = UUID.randomUUID();

        problem(get("/orders/{id}", id), 404, "not-found");
        problem(get("/orders/{id}/history", id), 404, "not-found");
        problem(post("/orders/{id}/deliver", "", id), 404, "not-found");
        problem(get("/orders/{id}", "7"), 404, "not-found");
    }

    @Test
    void a_customers_orders_come_newest_first_and_in_pages() {
        var customer = "customer-" + UUID.randomUUID();
        var start = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            // Two of each moment: the page must not break between equals.
            var at = start.plusSeconds(i / 2);
            ids.add(placed(anOrder().of(customer).placedAt(at), OrderStatus.PENDING)
                    .toString());
        }

        var listed = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(customer, cursor);
            listed.addAll(page.getList("items.orderId", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(listed).hasSize(5).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(listed.getFirst()).isEqualTo(ids.getLast());
        assertThat(listed.subList(3, 5)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!", "bm90LW1hZGUtaGVyZQ"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        var id = placed(anOrder(), OrderStatus.PENDING);

        problem(get("/customers/ann/orders?cursor={c}", cursor), 400, "validation");
        problem(get("/orders/{id}/history?cursor={c}", id, cursor), 400, "validation");
    }

    private UUID placed(SomeOrder some, OrderStatus status) {
        var order = some.build();
        return inTransaction(() -> {
            orders.place(List.of(order), "test");
            WAYS.get(status).forEach(it -> orders.move(order.orderId(), it, "test", Instant.now()));
            return order.orderId();
        });
    }

    private static Response act(UUID id, String action) {
        var body = action.equals("ship") ? "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD02\"}" : "{}";
        return post("/orders/{id}/" + action, body, id);
    }

    private static String shipmentExpected(String day) {
        return "{\"carrier\": \"DHL\", \"trackingNumber\": \"JD01\", \"expectedDelivery\": %s}".formatted(day);
    }

    private void refused(Response answer, OrderStatus from, OrderStatus to) {
        var problem = problem(answer, 409, "invalid-transition");
        assertThat(problem.getString("from")).isEqualTo(from.name());
        assertThat(problem.getString("to")).isEqualTo(to.name());
        assertThat(problem.getList("allowed", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        lifecycle.next(from).stream().map(OrderStatus::name).toList());
    }

    private static RequestSpecification withKey(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body);
    }

    private static JsonPath page(String customer, @Nullable String cursor) {
        var request = given().queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/customers/{id}/orders", customer).jsonPath();
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
