package shop.inventory.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class RepairStockTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    Turn turn;

    @Inject
    RepairStock repairStock;

    @Test
    void stock_that_left_the_ledger_is_explained_by_a_movement_with_the_reason() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8, reserved = 2 WHERE product_id = ?", product);

        var repaired = repair(key(), product);

        repaired.then()
                .statusCode(200)
                .body("repaired", hasSize(1))
                .body("repaired[0].productId", equalTo(product))
                .body("repaired[0].warehouseId", equalTo("MAIN"))
                .body("repaired[0].movements.kind", equalTo(List.of("ADJUSTED")))
                .body("repaired[0].movements.quantity", equalTo(List.of(3)))
                .body("repaired[0].reserved.from", equalTo(2))
                .body("repaired[0].reserved.to", equalTo(0))
                .body("notRepaired", empty())
                .body("remaining", equalTo(0));
        given().get("/api/v1/stock/{id}/movements", product)
                .then()
                .body("items[0].kind", equalTo("ADJUSTED"))
                .body("items[0].reason", equalTo("a backup was restored"));
        assertThat(shop.onHand(product)).isEqualTo(8);
        assertThat(shop.reserved(product)).isZero();
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void what_open_reservations_hold_is_reserved_again() {
        var product = shop.product(5);
        hold(product, 3);

        var repaired = repair(key(), product);

        repaired.then()
                .body("repaired[0].movements.kind", equalTo(List.of("RESERVED")))
                .body("repaired[0].reserved.to", equalTo(3));
        assertThat(shop.reserved(product)).isEqualTo(3);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void the_others_are_told_of_the_stock_that_was_corrected() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET reserved = 5 WHERE product_id = ?", product);

        repair(key(), product);

        broker.awaitOn("inventory.stock.v1", product, said -> {
            assertThat(said).isNotEmpty();
            assertThat(said.getLast().json()).contains("\"version\":2", "\"available\":5");
        });
    }

    @Test
    void a_counter_that_is_wrong_alone_leaves_the_ledger_alone() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET reserved = 1 WHERE product_id = ?", product);

        var repaired = repair(key(), product);

        repaired.then().body("repaired[0].movements", empty()).body("repaired[0].reserved.from", equalTo(1));
        assertThat(movements(product)).isEqualTo(1);
    }

    @Test
    void more_held_than_on_hand_must_be_counted_first_and_is_repaired_then() {
        var product = shop.product(2);
        hold(product, 3);

        var refused = repair(key(), product);
        var tag = given().get("/api/v1/stock/{id}", product).header("ETag");
        given().contentType(ContentType.JSON)
                .body("{\"onHand\":3}")
                .header("If-Match", tag)
                .put("/api/v1/stock/{id}/warehouses/MAIN", product);
        var counted = repair(key(), product);

        refused.then()
                .statusCode(200)
                .body("repaired", empty())
                .body("notRepaired[0].productId", equalTo(product))
                .body("notRepaired[0].reason", equalTo("MORE_HELD_THAN_ON_HAND"))
                .body("notRepaired[0].detail", containsString("PUT /api/v1/stock/" + product));
        counted.then().body("repaired", hasSize(1)).body("notRepaired", empty());
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void movements_without_stock_must_be_counted_first_and_hold_up_nothing_else() {
        var product = shop.product(5);
        shop.execute("UPDATE movement SET warehouse_id = 'ELSEWHERE' WHERE product_id = ?", product);

        var repaired = repair(key(), product);

        repaired.then()
                .body("repaired.warehouseId", equalTo(List.of("MAIN")))
                .body("notRepaired.warehouseId", equalTo(List.of("ELSEWHERE")))
                .body("notRepaired[0].reason", equalTo("NO_STOCK"));
        shop.execute("DELETE FROM movement WHERE product_id = ? AND warehouse_id = 'ELSEWHERE'", product);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void a_repair_is_made_once_however_often_it_is_sent() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ?", product);
        var key = key();

        var first = repair(key, product);
        var again = repair(key, product);
        var other = repair(key, product, "SKU-1");

        again.then().statusCode(200).header("Idempotent-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        other.then().statusCode(422);
        assertThat(movements(product)).isEqualTo(2);
    }

    @Test
    void what_does_not_differ_is_not_touched_and_what_is_not_there_does_not_differ() {
        var product = shop.product(5);

        var repaired = repair(key(), product, "NEVER-SEEN");

        repaired.then().statusCode(200).body("repaired", empty()).body("notRepaired", empty());
        assertThat(movements(product)).isEqualTo(1);
        assertThat(shop.number("SELECT version FROM stock WHERE product_id = ?", product))
                .isEqualTo(1);
    }

    @Test
    void without_products_all_that_the_latest_audit_found_is_repaired_and_nothing_else() {
        var one = shop.product(5);
        var other = shop.product(5);
        var later = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ANY(ARRAY[?, ?])", one, other);
        audit();
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ?", later);

        var repaired = send("{\"reason\":\"a backup was restored\"}");

        repaired.then()
                .statusCode(200)
                .body("repaired.find { it.productId == '%s' }.movements[0].quantity".formatted(one), equalTo(3))
                .body("repaired.find { it.productId == '%s' }.movements[0].quantity".formatted(other), equalTo(3))
                .body("repaired.find { it.productId == '%s' }".formatted(later), nullValue())
                .body("remaining", equalTo(0));
        given().get("/api/v1/audit")
                .then()
                .body("differences.find { it.productId == '%s' }".formatted(one), nullValue());
        repair(key(), later);
    }

    @Test
    void what_the_audit_found_may_be_right_again_by_then() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ?", product);
        audit();
        shop.execute("UPDATE stock SET on_hand = 5 WHERE product_id = ?", product);

        send("{\"reason\":\"a backup was restored\"}");

        assertThat(movements(product)).isEqualTo(1);
    }

    @Test
    void without_products_and_without_an_audit_there_is_nothing_to_go_by() {
        shop.execute("DELETE FROM audit_run");

        var answer = send("{\"reason\":\"a backup was restored\"}");

        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/never-audited"))
                .body("field", equalTo("productIds"));
    }

    @Test
    void a_product_that_does_not_differ_is_not_locked() {
        var product = shop.product(5);

        var repaired = whileSomebodyHas(product, () -> repair(key(), product));

        repaired.then().statusCode(200).body("repaired", empty()).body("notRepaired", empty());
    }

    @Test
    void a_product_that_cannot_be_had_in_time_is_left_as_it_is_and_the_others_are_repaired() {
        var hot = shop.product(5);
        var other = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ANY(ARRAY[?, ?])", hot, other);
        // Who tells of both at once would wait for the one and have the other meanwhile.
        await().atMost(Duration.ofSeconds(20)).until(() -> untold(hot) + untold(other) == 0);

        var first = whileSomebodyHas(hot, () -> repair(key(), hot, other));
        var second = repair(key(), hot);

        first.then()
                .statusCode(200)
                .body("repaired.productId", equalTo(List.of(other)))
                .body("notRepaired.productId", equalTo(List.of(hot)))
                .body("notRepaired[0].reason", equalTo("TOOK_TOO_LONG"))
                .body("notRepaired[0].detail", containsString("quiet hour"));
        second.then().body("repaired.productId", equalTo(List.of(hot)));
        assertThat(shop.differences(hot) + shop.differences(other)).isZero();
    }

    @Test
    void what_a_repair_does_not_get_to_is_said() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ?", product);

        var repaired = repairStock.repair(new AuditRuns.Found(List.of(product), 0), "lost", Duration.ZERO);

        assertThat(repaired.repaired()).isEmpty();
        assertThat(repaired.notRepaired())
                .extracting(Repaired.Left::productId, Repaired.Left::reason)
                .containsExactly(tuple(product, Repair.Why.NOT_REACHED));
        repair(key(), product);
    }

    @Test
    void while_a_repair_is_under_way_another_is_refused() {
        var answer = QuarkusTransaction.requiringNew().call(() -> {
            turn.tryTake(Turn.Work.REPAIR, Duration.ofMinutes(1));
            return repair(key(), "SKU-1");
        });

        answer.then().statusCode(409).header("Retry-After", "5").body("type", equalTo("/problems/repair-running"));
    }

    @Test
    void a_thousand_products_are_repaired_at_once_and_the_answer_says_how_many_remain() {
        var prefix = "MANY-" + key();
        shop.execute(
                "INSERT INTO stock (product_id, warehouse_id, on_hand) SELECT ? || it, 'MAIN', 1"
                        + " FROM generate_series(1, 1003) it",
                prefix);

        audit();
        var first = send("{\"reason\":\"a backup was restored\"}");
        audit();
        var second = send("{\"reason\":\"a backup was restored\"}");

        assertThat(first.<List<?>>path("repaired").size()
                        + first.<List<?>>path("notRepaired").size())
                .isGreaterThanOrEqualTo(1000);
        assertThat(first.<Integer>path("remaining")).isGreaterThanOrEqualTo(3);
        second.then().body("remaining", equalTo(0));
        assertThat(shop.differences(prefix + "%")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                             | reason
                    {"reason":" "}                                 | reason
                    {"reason":"a\\u0000b"}                         | reason
                    {"reason":"lost","productIds":[]}              | productIds
                    {"reason":"lost","productIds":["SKU 1"]}       | productIds
                    {"reason":"lost","productIds":[null]}          | productIds
                    """)
    void a_wish_that_cannot_be_names_its_field(String body, String field) {
        var answer = send(body);

        answer.then().statusCode(400).body(containsString(field));
    }

    @Test
    void more_products_than_a_call_may_name_are_refused() {
        var answer = repair(
                key(), IntStream.range(0, 1001).mapToObj("SKU-%d"::formatted).toArray(String[]::new));

        answer.then().statusCode(400).body(containsString("productIds"));
    }

    /// An open reservation of which stock and ledger know nothing.
    private void hold(String product, int quantity) {
        shop.execute("""
                INSERT INTO reservation (order_id, status, allocations, shortages, decided_at, answered_at, ordered)
                VALUES (?, 'HELD', ?::jsonb, '[]', now(), now(), true)
                """, UUID.randomUUID(), """
                [{"productId":"%s","warehouseId":"MAIN","quantity":%d}]""".formatted(product, quantity));
    }

    private Response whileSomebodyHas(String product, Callable<Response> action) {
        return QuarkusTransaction.requiringNew().call(() -> {
            shop.number("SELECT on_hand FROM stock WHERE product_id = ? FOR UPDATE", product);
            return action.call();
        });
    }

    private long untold(String product) {
        return shop.number("SELECT count(*) FROM stock WHERE product_id = ? AND untold", product);
    }

    private static void audit() {
        given().get("/api/v1/audit").then().statusCode(200);
    }

    private long movements(String product) {
        return shop.number("SELECT count(*) FROM movement WHERE product_id = ?", product);
    }

    private static Response repair(String key, String... products) {
        var ids = Stream.of(products).map("\"%s\""::formatted).collect(Collectors.joining(","));
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"a backup was restored\",\"productIds\":[%s]}".formatted(ids))
                .post("/api/v1/audit/repair");
    }

    private static Response send(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/audit/repair");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
