package shop.catalog.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.catalog.Locks;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductResourceTest {

    private final Products products;
    private final Locks locks;

    ProductResourceTest(Products products, Locks locks) {
        this.products = products;
        this.locks = locks;
    }

    @Test
    void a_created_product_is_read_as_it_was_sent() {
        var product = aProduct()
                .with("name", "Lampe «Élan» 14\" & more")
                .with("description", "Two\nlines, 日本, 🚲")
                .with("brand", "Acme")
                .with("popularity", 7)
                .with("attributes", Map.of("colour", "silver", "size", "14\""));

        var created = Api.create(product);

        created.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/products/" + product.id()))
                .header("ETag", "\"1\"");
        var read = Api.get(product.id());
        read.then().statusCode(200).header("ETag", "\"1\"").body("status", equalTo("ACTIVE"));
        assertThat(Json.read(read.asString())).isEqualTo(Json.read(created.asString()));
        assertThat(new HashMap<String, Object>(read.jsonPath().getMap("")))
                .containsAllEntriesOf(Map.of(
                        "name", "Lampe «Élan» 14\" & more",
                        "description", "Two\nlines, 日本, 🚲",
                        "brand", "Acme",
                        "price", "19.99",
                        "currency", "USD",
                        "popularity", 7,
                        "attributes", Map.of("colour", "silver", "size", "14\""),
                        "inStock", false,
                        "reviewCount", 0));
    }

    @Test
    void a_product_without_an_id_gets_one() {
        var created = Api.create(aProduct().without("productId"));

        created.then().statusCode(201).body("productId", notNullValue());
        Api.get(created.jsonPath().getString("productId")).then().statusCode(200);
    }

    @Test
    void an_id_can_be_taken_only_once_even_when_discontinued() {
        var product = aProduct();
        Api.create(product);
        Api.delete(product.id(), "\"1\"").then().statusCode(204);

        Api.create(product)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/product-exists"))
                .body("field", equalTo("productId"));
    }

    @Test
    void of_many_who_create_the_same_product_at_once_one_does() throws Exception {
        var product = aProduct();

        var statuses = atOnce(16, () -> Api.create(product).statusCode());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void of_many_who_change_the_same_version_at_once_one_does() throws Exception {
        var product = aProduct();
        Api.create(product);

        var statuses = atOnce(
                16,
                () -> Api.put(aProduct().with("productId", product.id()).with("name", freshId("N")), "\"1\"")
                        .statusCode());

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        Api.get(product.id()).then().header("ETag", "\"2\"");
    }

    @Test
    void a_change_waits_for_the_one_under_way_and_is_then_stale() {
        var product = aProduct();
        Api.create(product);

        var changing = locks.commitWhileWaiting(
                product.id(),
                locked -> products.save(
                        List.of(locked.find(product.id()).orElseThrow().discontinued(locked.now()))),
                () -> Api.put(product.with("price", "1.00"), "\"1\"").then().statusCode(412));

        assertThat(changing).succeedsWithin(Duration.ofSeconds(30));
        Api.get(product.id()).then().header("ETag", "\"2\"").body("status", equalTo("DISCONTINUED"));
    }

    @Test
    void the_same_request_with_the_same_key_is_answered_as_the_first() {
        var product = aProduct();
        var key = freshId("K");

        var first = create(product, key);
        var again = create(product, key);

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotent-Replayed", "true").header("ETag", "\"1\"");
        assertThat(Json.read(again.asString())).isEqualTo(Json.read(first.asString()));
        create(product.with("price", "1.00"), key).then().statusCode(422);
    }

    @Test
    void a_change_needs_the_current_etag() {
        var product = aProduct();
        Api.create(product);

        given().contentType("application/json")
                .body(product.text())
                .put("/api/v1/products/" + product.id())
                .then()
                .statusCode(428)
                .body("field", equalTo("If-Match"));
        Api.put(product.with("price", "9.99"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("price", equalTo("9.99"));
        Api.put(product.with("price", "8.99"), "\"1\"").then().statusCode(412).header("ETag", "\"2\"");
        given().delete("/api/v1/products/" + product.id()).then().statusCode(428);
        Api.delete(product.id(), "\"1\"").then().statusCode(412);
        Api.delete(product.id(), "\"2\"").then().statusCode(204).header("ETag", "\"3\"");
        Api.get(product.id()).then().statusCode(200).body("status", equalTo("DISCONTINUED"));
    }

    @Test
    void what_changes_nothing_keeps_the_version() {
        var product = aProduct();
        Api.create(product);

        Api.put(product.with("price", "19.9900"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void a_product_that_is_not_there_is_a_problem() {
        var product = aProduct();

        Api.get(product.id()).then().statusCode(404).contentType("application/problem+json");
        Api.put(product, "*").then().statusCode(404);
        Api.delete(product.id(), "*").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "productId,import",
        "productId,suggest",
        "productId,a b",
        "name,' '",
        "category,TOYS",
        "price,-1.00",
        "price,1.999",
        "price,1e3",
        "price,1000000000000",
        "currency,XYZ",
        "currency,XAU",
        "popularity,-1"
    })
    void what_is_wrong_is_refused_and_the_field_named(String field, String value) {
        Api.create(aProduct().with(field, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("violations.field", hasItem(field))
                .body("violations.message", not(hasItem("is not a product id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "category", "price", "currency"})
    void what_is_missing_is_named(String field) {
        Api.create(aProduct().without(field)).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "description", "brand", "category"})
    void text_that_no_database_takes_is_refused(String field) {
        Api.create(aProduct().with(field, "a\u0000b")).then().statusCode(400).body("violations.field", hasItem(field));
        given().contentType("application/json")
                .body(aProduct().with(field, "HALF").text().replace("HALF", "\\ud800"))
                .post("/api/v1/products")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void attributes_have_limits() {
        var many = new HashMap<String, String>();
        IntStream.range(0, 51).forEach(it -> many.put("a" + it, "x"));

        Api.create(aProduct().with("attributes", many)).then().statusCode(400);
        Api.create(aProduct().with("attributes", Map.of("a", "x".repeat(1001))))
                .then()
                .statusCode(400);
        Api.create(aProduct().with("attributes", Map.of("a", "\u0000"))).then().statusCode(400);
    }

    @Test
    void a_body_that_is_no_json_and_one_that_is_too_large_are_problems() {
        given().contentType("application/json")
                .body("{\"name\":")
                .post("/api/v1/products")
                .then()
                .statusCode(400);
        Api.create(aProduct().with("name", "x".repeat(2_000_000)))
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    private static Response create(Json product, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(product.text())
                .post("/api/v1/products");
    }

    private static List<Integer> atOnce(int threads, Callable<Integer> call) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var calls = IntStream.range(0, threads)
                    .mapToObj(_ -> pool.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<Integer>();
            for (var it : calls) {
                results.add(it.get());
            }
            return results;
        }
    }
}
