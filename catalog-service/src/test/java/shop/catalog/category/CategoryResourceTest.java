package shop.catalog.category;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static shop.catalog.Json.aProduct;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class CategoryResourceTest {

    private static final String CATEGORIES = "/api/v1/categories";

    @Test
    void the_shop_starts_with_five() {
        assertThat(given().get(CATEGORIES + "?limit=200").jsonPath().getList("items.category", String.class))
                .contains("ELECTRONICS", "BOOKS", "CLOTHING", "HOME", "SPORTS");
    }

    @Test
    void a_new_category_can_have_products_at_once() {
        var category = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        Api.create(aProduct().with("category", category)).then().statusCode(400);

        add(category).then().statusCode(201);

        given().get(CATEGORIES + "/" + category).then().statusCode(200).body("name", equalTo("Toys"));
        Api.create(aProduct().with("category", category)).then().statusCode(201);
        add(category).then().statusCode(409).body("field", equalTo("category"));
    }

    @Test
    void of_those_who_add_the_same_category_at_once_one_adds_it() {
        var category = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        var start = new CountDownLatch(1);

        var answers = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(pool.submit(() -> {
                    start.await();
                    return add(category).statusCode();
                }));
            }
            start.countDown();
        }

        assertThat(answers.stream().map(Future::resultNow))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void pages_hold_every_category_once() {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var page = given().queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get(CATEGORIES)
                    .jsonPath();
            all.addAll(page.getList("items.category"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(all).contains("BOOKS", "SPORTS").doesNotHaveDuplicates().isSorted();
    }

    @Test
    void what_is_wrong_is_named() {
        add("toys").then().statusCode(400).body("violations.field", hasItem("category"));
        given().get(CATEGORIES + "?limit=201").then().statusCode(400).body("violations.field", hasItem("limit"));
        given().get(CATEGORIES + "?cursor=%21").then().statusCode(400).body("violations.field", hasItem("cursor"));
        given().get(CATEGORIES + "/NOWHERE").then().statusCode(404);
    }

    private static Response add(String category) {
        return given().contentType("application/json")
                .body(Map.of("category", category, "name", "Toys"))
                .post(CATEGORIES);
    }
}
