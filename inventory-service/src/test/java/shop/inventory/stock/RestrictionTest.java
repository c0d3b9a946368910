package shop.inventory.stock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.inventory.Broker;
import shop.inventory.Shop;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "inventory", redis = true)
class RestrictionTest {

    private static final String TOPIC = "inventory.stock.v1";

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    StockRows rows;

    @Inject
    ObjectMapper json;

    @Test
    void a_restriction_is_set_changed_and_lifted() {
        var product = shop.product(5);

        var set = first(product, "[\"US\",\"EU\",\"US\"]");
        var read = given().get("/api/v1/stock/{id}/restriction", product);
        var lifted = change(product, set.header("ETag"), "[]");
        var again = change(product, lifted.header("ETag"), "[\"ASIA\"]");

        set.then().statusCode(201).body("regions", contains("EU", "US"));
        read.then().statusCode(200).body("regions", contains("EU", "US"));
        assertThat(read.header("ETag")).isEqualTo(set.header("ETag")).isEqualTo("\"1\"");
        lifted.then().statusCode(200).header("ETag", "\"2\"").body("regions", empty());
        again.then().statusCode(200).header("ETag", "\"3\"").body("regions", contains("ASIA"));
    }

    @Test
    void nobodys_change_is_lost() {
        var product = shop.product(5);
        given().get("/api/v1/stock/{id}/restriction", product).then().statusCode(404);
        change(product, "*", "[\"EU\"]").then().statusCode(412);
        first(product, "[\"EU\"]").then().statusCode(201);

        var twice = first(product, "[\"US\"]");
        var stale = change(product, "\"9\"", "[\"US\"]");
        var without = given().contentType(ContentType.JSON)
                .body("{\"regions\":[\"US\"]}")
                .put("/api/v1/stock/{id}/restriction", product);

        twice.then().statusCode(412).body("field", equalTo("If-None-Match"));
        stale.then().statusCode(412).body("field", equalTo("If-Match"));
        without.then().statusCode(428).body("field", equalTo("If-Match"));
        given().get("/api/v1/stock/{id}/restriction", product).then().body("regions", contains("EU"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[\" \"]", "[null]", "[\"E\\u0000U\"]"})
    void what_is_no_region_is_refused_and_the_field_named(String regions) {
        first("SKU-" + UUID.randomUUID(), regions).then().statusCode(400).body(containsString("regions"));
    }

    @Test
    void there_are_at_most_50_regions_of_64_characters() {
        var fifty = Collections.nCopies(50, "\"" + "R".repeat(64) + "\"").toString();

        first("SKU-" + UUID.randomUUID(), fifty).then().statusCode(201);
        first("SKU-" + UUID.randomUUID(), fifty.replace("[", "[\"EU\",")).then().statusCode(400);
        first("SKU-" + UUID.randomUUID(), fifty.replace("R\"]", "RR\"]")).then().statusCode(400);
    }

    @Test
    void stock_is_shown_as_customers_of_the_region_can_have_it() {
        var product = shop.product(5);
        first(product, "[\"US\"]");

        var all = given().get("/api/v1/stock/{id}", product);
        var there = given().queryParam("region", "US").get("/api/v1/stock/{id}", product);
        var elsewhere = given().queryParam("region", "EU").get("/api/v1/stock/{id}", product);

        all.then().body("available", equalTo(5)).body("soldIn", contains("US"));
        there.then().body("available", equalTo(5));
        elsewhere
                .then()
                .body("available", equalTo(0))
                .body("onHand", equalTo(5))
                .body("soldIn", contains("US"));
        given().get("/api/v1/stock/{id}", shop.product(1)).then().body("soldIn", nullValue());
    }

    @Test
    void where_it_is_sold_is_told_and_so_is_that_it_is_sold_everywhere_again() {
        var product = shop.product(5);
        broker.awaitOn(TOPIC, product, said -> assertThat(last(said).soldIn()).isNull());

        var set = first(product, "[\"US\"]");
        broker.awaitOn(TOPIC, product, said -> {
            assertThat(last(said).soldIn()).containsExactly("US");
            assertThat(last(said).available()).isEqualTo(5);
        });

        change(product, set.header("ETag"), "[]");
        broker.awaitOn(TOPIC, product, said -> assertThat(last(said).soldIn()).isNull());
        assertThat(broker.on(TOPIC, product))
                .extracting(it -> read(it).version())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(broker.on(TOPIC, product))
                .allSatisfy(
                        it -> assertThat(StockChangedTest.errorsIn(it.json())).isEmpty());
    }

    @Test
    void a_product_without_stock_is_restricted_before_it_has_any() {
        var product = "SKU-" + UUID.randomUUID();
        first(product, "[\"US\"]").then().statusCode(201);

        shop.put(product, "MAIN", 3);

        broker.awaitOn(TOPIC, product, said -> assertThat(last(said).soldIn()).containsExactly("US"));
    }

    @Test
    void stock_that_begins_while_its_product_is_restricted_is_told_with_the_restriction() {
        var product = "SKU-" + UUID.randomUUID();
        var restricting = new CompletableFuture<Response>();

        QuarkusTransaction.requiringNew().run(() -> {
            rows.create(List.of(new Place(product, "MAIN")));
            Thread.ofVirtual().start(() -> restricting.complete(first(product, "[\"US\"]")));
            awaitWaiting("advisory");
        });

        restricting.join().then().statusCode(201);
        broker.awaitOn(TOPIC, product, said -> assertThat(last(said).soldIn()).containsExactly("US"));
        shop.execute("DELETE FROM stock WHERE product_id = ?", product);
    }

    private void awaitWaiting(String lock) {
        await().atMost(Broker.PATIENCE)
                .until(() -> shop.number("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = ?", lock) > 0);
    }

    private static Response first(String product, String regions) {
        return given().contentType(ContentType.JSON)
                .header("If-None-Match", "*")
                .body("{\"regions\":%s}".formatted(regions))
                .put("/api/v1/stock/{id}/restriction", product);
    }

    private static Response change(String product, String etag, String regions) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body("{\"regions\":%s}".formatted(regions))
                .put("/api/v1/stock/{id}/restriction", product);
    }

    private StockChanged last(List<Broker.Said> said) {
        assertThat(said).isNotEmpty();
        return read(said.getLast());
    }

    private StockChanged read(Broker.Said said) {
        try {
            return json.readValue(said.json(), StockChanged.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
