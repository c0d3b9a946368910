package shop.inventory.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class StockResourceTest {

    @Inject
    Shop shop;

    @Test
    void stock_is_counted_for_the_first_time_and_then_again() {
        var product = newId();

        var first =
                json("{\"onHand\":5}").header("If-None-Match", "*").put("/api/v1/stock/{id}/warehouses/MAIN", product);
        var second = json("{\"onHand\":7}")
                .header("If-Match", first.header("ETag"))
                .put("/api/v1/stock/{id}/warehouses/MAIN", product);

        first.then().statusCode(201);
        second.then()
                .statusCode(200)
                .body("productId", equalTo(product))
                .body("onHand", equalTo(7))
                .body("reserved", equalTo(0))
                .body("available", equalTo(7))
                .body("warehouses[0].warehouseId", equalTo("MAIN"))
                .body("warehouses[0].region", equalTo("EU"));
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void a_count_needs_the_tag_of_what_was_counted() {
        var product = shop.product(5);

        var without = json("{\"onHand\":7}").put("/api/v1/stock/{id}/warehouses/MAIN", product);
        var stale =
                json("{\"onHand\":7}").header("If-Match", "\"99\"").put("/api/v1/stock/{id}/warehouses/MAIN", product);
        var twice =
                json("{\"onHand\":7}").header("If-None-Match", "*").put("/api/v1/stock/{id}/warehouses/MAIN", product);

        without.then().statusCode(428).body("field", equalTo("If-Match"));
        stale.then().statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        twice.then().statusCode(412).body("field", equalTo("If-None-Match"));
        assertThat(shop.onHand(product)).isEqualTo(5);
    }

    @Test
    void reservations_leave_the_tag_alone_so_that_a_product_in_hot_sale_can_be_counted() {
        var product = shop.product(5);
        var tag = given().get("/api/v1/stock/{id}", product).header("ETag");
        shop.execute("UPDATE stock SET reserved = 3, version = version + 1 WHERE product_id = ?", product);

        var counted = json("{\"onHand\":9}").header("If-Match", tag).put("/api/v1/stock/{id}/warehouses/MAIN", product);

        counted.then().statusCode(200).body("onHand", equalTo(9)).body("available", equalTo(6));
        shop.execute("UPDATE stock SET reserved = 0 WHERE product_id = ?", product);
    }

    @Test
    void stock_cannot_fall_below_what_is_reserved() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET reserved = 3 WHERE product_id = ?", product);
        var tag = given().get("/api/v1/stock/{id}", product).header("ETag");

        var counted = json("{\"onHand\":2}").header("If-Match", tag).put("/api/v1/stock/{id}/warehouses/MAIN", product);
        var adjusted = adjust(product, newId(), "MAIN", -3, "broken");

        counted.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/below-reserved"))
                .body("onHand", equalTo(2))
                .body("reserved", equalTo(3));
        adjusted.then().statusCode(409).body("onHand", equalTo(2)).body("reserved", equalTo(3));
        assertThat(shop.onHand(product)).isEqualTo(5);
        shop.execute("UPDATE stock SET reserved = 0 WHERE product_id = ?", product);
    }

    @Test
    void an_adjustment_is_entered_once_however_often_it_is_sent() {
        var product = shop.product(5);
        var key = newId();

        var first = adjust(product, key, "MAIN", -2, "broken");
        var again = adjust(product, key, "MAIN", -2, "broken");
        var other = adjust(product, key, "MAIN", -1, "broken");

        first.then().statusCode(201).body("kind", equalTo("ADJUSTED")).body("quantity", equalTo(-2));
        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(shop.onHand(product)).isEqualTo(3);
        assertThat(shop.differences(product)).isZero();
    }

    @Test
    void the_key_of_an_adjustment_is_good_for_one_use_for_ever() {
        var product = shop.product(5);
        var key = newId();
        var first = adjust(product, key, "MAIN", -2, "broken");
        shop.execute("DELETE FROM idempotency_key WHERE key = ?", key);

        var muchLater = adjust(product, key, "MAIN", -2, "broken");
        var otherMuchLater = adjust(product, key, "MAIN", -3, "broken");

        muchLater.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(muchLater.asString()).isEqualTo(first.asString());
        otherMuchLater.then().statusCode(422);
        assertThat(shop.onHand(product)).isEqualTo(3);
    }

    @Test
    void what_is_not_there_is_not_found() {
        var product = shop.product(5);

        given().get("/api/v1/stock/{id}", newId()).then().statusCode(404);
        adjust(newId(), newId(), "MAIN", 1, "found").then().statusCode(404);
        adjust(product, newId(), "NOWHERE", 1, "found")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-warehouse"))
                .body("field", equalTo("warehouseId"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"onHand":-1}  | onHand
                    {}             | onHand
                    {"onHand":1.5} | onHand
                    """)
    void a_count_that_cannot_be_names_its_field(String body, String field) {
        var answer = json(body).header("If-None-Match", "*").put("/api/v1/stock/{id}/warehouses/MAIN", newId());

        answer.then().statusCode(400).body(containsString(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"warehouseId":"MAIN","delta":0,"reason":"none"}       | delta
                    {"warehouseId":"MAIN","delta":1}                       | reason
                    {"delta":1,"reason":"found"}                           | warehouseId
                    {"warehouseId":"MAIN","delta":1,"reason":"a\\u0000b"}  | reason
                    {"warehouseId":"MA IN","delta":1,"reason":"found"}     | warehouseId
                    """)
    void an_adjustment_that_cannot_be_names_its_field(String body, String field) {
        var answer = json(body).post("/api/v1/stock/{id}/adjustments", shop.product(5));

        answer.then().statusCode(400).body(containsString(field));
    }

    @Test
    void a_body_beyond_all_measure_is_refused() {
        var body = "{\"warehouseId\":\"MAIN\",\"delta\":1,\"reason\":\"%s\"}".formatted("x".repeat(2_000_000));

        var answer = json(body).post("/api/v1/stock/{id}/adjustments", newId());

        answer.then().statusCode(413);
    }

    @Test
    void the_history_is_read_newest_first_page_by_page() {
        var product = shop.product(5);
        List.of(1, 2, 3).forEach(it -> adjust(product, newId(), "MAIN", it, "found"));

        var first = given().get("/api/v1/stock/{id}/movements?limit=3", product);
        var second =
                given().get("/api/v1/stock/{id}/movements?limit=3&cursor={cursor}", product, first.path("nextCursor"));

        first.then().statusCode(200).body("items.quantity", equalTo(List.of(3, 2, 1)));
        second.then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("RECEIVED"))
                .body("nextCursor", nullValue());
        given().get("/api/v1/stock/{id}/movements?limit=0", product).then().statusCode(400);
        given().get("/api/v1/stock/{id}/movements?cursor=bm8", product).then().statusCode(400);
    }

    @Test
    void the_history_names_the_keys_of_adjustments() {
        var product = shop.product(5);
        var key = newId();
        adjust(product, key, "MAIN", 1, "found");

        var history = given().get("/api/v1/stock/{id}/movements", product);

        history.then()
                .body("items[0].adjustmentKey", equalTo(key))
                .body("items[0].reason", equalTo("found"))
                .body("items[1].adjustmentKey", nullValue());
    }

    @Test
    void stock_that_never_was_has_no_history_and_stock_that_never_moved_an_empty_one() {
        var still = newId();
        json("{\"onHand\":0}").header("If-None-Match", "*").put("/api/v1/stock/{id}/warehouses/MAIN", still);

        var never = given().get("/api/v1/stock/{id}/movements", newId());
        var empty = given().get("/api/v1/stock/{id}/movements", still);

        never.then().statusCode(404).body("type", equalTo("/problems/not-found"));
        empty.then().statusCode(200).body("items", hasSize(0)).body("nextCursor", nullValue());
    }

    @Test
    void a_product_lies_in_several_warehouses() {
        var product = shop.product(5);
        var warehouse = newId();
        json("{\"name\":\"East\",\"region\":\"ASIA\",\"priority\":1}").put("/api/v1/warehouses/{id}", warehouse);

        var put = json("{\"onHand\":2}")
                .header("If-None-Match", "*")
                .put("/api/v1/stock/{id}/warehouses/{warehouse}", product, warehouse);

        put.then().statusCode(201).body("onHand", equalTo(7)).body("warehouses", hasSize(2));
    }

    @Test
    void a_warehouse_is_added_and_changed() {
        var id = newId();
        var body = "{\"name\":\"East\",\"region\":\"ASIA\",\"priority\":1}";

        var added = json(body).put("/api/v1/warehouses/{id}", id);
        var changed = json(body.replace("East", "Far east"))
                .header("If-Match", added.header("ETag"))
                .put("/api/v1/warehouses/{id}", id);
        var stale = json(body).header("If-Match", added.header("ETag")).put("/api/v1/warehouses/{id}", id);

        added.then().statusCode(201);
        changed.then().statusCode(200).body("name", equalTo("Far east"));
        stale.then().statusCode(412);
        given().get("/api/v1/warehouses/MAIN").then().statusCode(200).body("warehouseId", equalTo("MAIN"));
        given().get("/api/v1/warehouses/{id}", newId()).then().statusCode(404);
        json("{\"name\":\"East\",\"priority\":1}")
                .put("/api/v1/warehouses/{id}", id)
                .then()
                .statusCode(400)
                .body(containsString("region"));
    }

    @Test
    void those_who_send_a_new_warehouse_at_once_all_have_it_their_way_one_after_another() {
        var id = newId();
        var start = new CountDownLatch(1);

        var answers = new ArrayList<Future<String>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(pool.submit(() -> {
                    start.await();
                    return json("{\"name\":\"North\",\"region\":\"EU\",\"priority\":2}")
                            .put("/api/v1/warehouses/{id}", id)
                            .header("ETag");
                }));
            }
            start.countDown();
        }

        assertThat(answers.stream().map(Future::resultNow))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj("\"%d\""::formatted)
                        .toList());
    }

    private static Response adjust(String product, String key, String warehouse, int delta, String reason) {
        return json("{\"warehouseId\":\"%s\",\"delta\":%d,\"reason\":\"%s\"}".formatted(warehouse, delta, reason))
                .header("Idempotency-Key", key)
                .post("/api/v1/stock/{id}/adjustments", product);
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static String newId() {
        return "ID-" + UUID.randomUUID();
    }
}
