package shop.catalog.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static shop.catalog.Api.eventually;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.catalog.Api;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ReviewResourceTest {

    private final String productId = freshId("P");

    @BeforeEach
    void a_product() {
        Api.create(aProduct().with("productId", productId)).then().statusCode(201);
    }

    @Test
    void a_review_is_listed_and_counts() {
        review("anna", 4, "title", " Bright ", "text", "Lights up\nthe 日本 room")
                .then()
                .statusCode(201);

        list().then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].productId", equalTo(productId))
                .body("items[0].customerId", equalTo("anna"))
                .body("items[0].rating", equalTo(4))
                .body("items[0].title", equalTo("Bright"))
                .body("items[0].text", equalTo("Lights up\nthe 日本 room"))
                .body("nextCursor", nullValue());
        product().then().body("rating", equalTo(4.0f)).body("reviewCount", equalTo(1));
    }

    @Test
    void another_review_of_the_same_customer_takes_the_place_of_the_first() {
        review("anna", 1, "title", "Broken").then().statusCode(201);
        review("ben", 4).then().statusCode(201);

        review("anna", 5).then().statusCode(200).body("rating", equalTo(5)).body("title", nullValue());

        assertThat(list().jsonPath().getList("items.customerId")).containsExactly("anna", "ben");
        product().then().body("rating", equalTo(4.5f)).body("reviewCount", equalTo(2));
    }

    @Test
    void the_same_review_again_changes_nothing() {
        review("anna", 3, "text", "So so");
        var product = product().asString();
        var reviews = list().asString();

        review("anna", 3, "text", "So so").then().statusCode(200);

        assertThat(product().asString()).isEqualTo(product);
        assertThat(list().asString()).isEqualTo(reviews);
    }

    @Test
    void the_rating_is_exact_whoever_writes_at_once() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 60).forEach(it -> threads.execute(() -> review("customer-" + it % 20, 1 + it % 5)));
        }

        var ratings = list().jsonPath().getList("items.rating", Integer.class);
        assertThat(ratings).hasSize(20);
        var average = ratings.stream().mapToInt(it -> it).average().orElseThrow();
        var product = product().jsonPath();
        assertThat(product.getInt("reviewCount")).isEqualTo(20);
        assertThat(product.getDouble("rating")).isEqualTo(average);
    }

    @Test
    void a_merchant_and_customers_at_once_lose_nothing_of_one_another() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(it -> threads.execute(() -> review("customer-" + it, 4)));
            threads.execute(() -> Api.importing(
                    freshId("I"),
                    aProduct()
                                    .with("productId", productId)
                                    .with("price", "9.99")
                                    .text() + "\n"));
        }

        product()
                .then()
                .body("price", equalTo("9.99"))
                .body("reviewCount", equalTo(20))
                .body("rating", equalTo(4.0f));
    }

    @Test
    void products_are_found_by_what_customers_think_of_them() {
        var brand = freshId("B");
        Api.create(aProduct().with("brand", brand)).then().statusCode(201);
        Api.create(aProduct().with("productId", productId + "-2").with("brand", brand));
        given().contentType("application/json")
                .body(Map.of("customerId", "anna", "rating", 4))
                .post("/api/v1/products/%s-2/reviews".formatted(productId))
                .then()
                .statusCode(201);

        eventually(() -> assertThat(Api.found("brand", brand, "minRating", 3.5)).containsExactly(productId + "-2"));
    }

    @Test
    void reviews_come_by_pages_newest_first() {
        List.of("anna", "ben", "cleo").forEach(it -> review(it, 5));

        var first = list("limit", 2).jsonPath();
        assertThat(first.getList("items.customerId")).containsExactly("cleo", "ben");
        var second = list("limit", 2, "cursor", first.getString("nextCursor")).jsonPath();
        assertThat(second.getList("items.customerId")).containsExactly("anna");
        assertThat(second.getString("nextCursor")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"rating, 0", "rating, 6", "rating, 3.5", "rating,", "customerId,", "customerId, a b"})
    void what_is_wrong_with_a_review_is_named(String field, String value) {
        var body = new HashMap<String, Object>(Map.of("customerId", "anna", "rating", 3));
        body.put(field, value);

        send(productId, body).then().statusCode(400).body("violations[0].field", equalTo(field));

        list().then().body("items.size()", equalTo(0));
    }

    @Test
    void an_unknown_product_has_no_reviews() {
        send(freshId("P"), Map.of("customerId", "anna", "rating", 3)).then().statusCode(404);
        given().get("/api/v1/products/nobody-sells-this/reviews").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"cursor, x!", "cursor, bm90aGluZw", "limit, 0", "limit, many"})
    void what_is_wrong_with_a_question_is_named(String parameter, String value) {
        assertThat(list(parameter, value).then().statusCode(400).extract().asString())
                .contains(parameter);
    }

    private Response review(String customerId, int rating, Object... more) {
        var body = new HashMap<String, Object>(Map.of("customerId", customerId, "rating", rating));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return send(productId, body);
    }

    private static Response send(String productId, Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/products/%s/reviews".formatted(productId));
    }

    private Response list(Object... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/products/%s/reviews".formatted(productId));
    }

    private Response product() {
        return Api.get(productId);
    }
}
