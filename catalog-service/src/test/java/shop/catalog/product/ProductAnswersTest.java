package shop.catalog.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.aProductChanged;
import static shop.catalog.Json.freshId;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.catalog.Topics;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductAnswersTest {

    private final Sql sql;
    private final Topics topics;
    private final ProductAnswers answers;
    private final Json lamp = aProduct();
    private String changedName = "";

    ProductAnswersTest(Sql sql, Topics topics, ProductAnswers answers) {
        this.sql = sql;
        this.topics = topics;
        this.answers = answers;
    }

    @Test
    void a_product_is_answered_from_memory_until_it_changes() {
        Api.create(lamp);
        Api.eventually(this::assertItIsKept);

        Api.put(lamp.with("name", "Lantern"), "*").then().statusCode(200);

        get().then().body("name", equalTo("Lantern"));
    }

    @Test
    void who_asks_for_what_it_is_now_gets_that_and_everybody_after_him() {
        Api.create(lamp);
        get();
        changeBehindItsBack();

        Api.get(lamp.id()).then().body("name", equalTo(changedName));

        get().then().body("name", equalTo(changedName));
    }

    @Test
    void what_another_replica_changed_is_forgotten_when_the_topic_tells_it() {
        Api.create(lamp);
        get();
        changeBehindItsBack();

        topics.send(
                Topics.PRODUCTS,
                lamp.id(),
                "ProductChanged",
                aProductChanged(lamp.id(), 2).text());

        Api.eventually(() -> get().then().body("name", equalTo(changedName)));
    }

    @Test
    void who_has_the_version_already_gets_no_body() {
        Api.create(lamp);
        var age = get().then().extract().header("Cache-Control");

        assertThat(age).matches("max-age=(60|59|58)");
        given().header("If-None-Match", "\"1\"")
                .get(path())
                .then()
                .statusCode(304)
                .header("ETag", equalTo("\"1\""))
                .header("Cache-Control", matchesPattern("max-age=\\d+"));
        given().header("If-None-Match", "\"0\"").get(path()).then().statusCode(200);
    }

    @Test
    void what_does_not_exist_is_looked_for_again() {
        get().then().statusCode(404);

        Api.create(lamp);

        get().then().statusCode(200);
    }

    @Test
    void the_most_popular_are_there_before_anybody_asks() {
        Api.create(lamp.with("popularity", 1_000_000_000_000L));

        Api.eventually(() -> {
            var before = nameInDatabase();
            answers.warm(1000);
            changeBehindItsBack();
            get().then().body("name", equalTo(before));
        });
    }

    /// That it was created is told a moment later, and takes it out once more.
    private void assertItIsKept() {
        var before = get().jsonPath().getString("name");
        changeBehindItsBack();
        get().then().body("name", equalTo(before));
    }

    private Response get() {
        return given().get(path());
    }

    private String path() {
        return "/api/v1/products/" + lamp.id();
    }

    private String nameInDatabase() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                                "SELECT name FROM product WHERE product_id = ?",
                                row -> row.getString("name"),
                                lamp.id())
                        .getFirst());
    }

    private void changeBehindItsBack() {
        changedName = freshId("Changed elsewhere");
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("UPDATE product SET name = ? WHERE product_id = ?", changedName, lamp.id()));
    }
}
