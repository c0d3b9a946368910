package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static shop.catalog.Json.aProductChanged;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.catalog.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class SearchFacetsTest {

    private final Topics topics;
    private final String word = freshId("W").replace("-", "");
    private final String brand = freshId("Brand");
    private final String other = freshId("Other");

    SearchFacetsTest(Topics topics) {
        this.topics = topics;
    }

    @BeforeEach
    void offer() {
        say(brand, "HOME", "9.99", 4.5);
        say(brand, "HOME", "24.9999", 3.0);
        say(brand.toUpperCase(), "BOOKS", "25.00", null);
        say(other, "BOOKS", "2000", 1.5);
        Api.eventually(() -> assertThat(Api.found("q", word, "facets", "false")).hasSize(4));
    }

    @Test
    void each_value_is_counted_with_the_most_frequent_first() {
        Api.search("q", word)
                .then()
                .body("facets.category", equalTo(List.of(value("BOOKS", 2), value("HOME", 2))))
                .body("facets.brand", equalTo(List.of(value(brand, 3), value(other, 1))))
                .body("facets.rating.count", equalTo(List.of(1, 2, 2, 3)))
                .body("facets.rating.atLeast", equalTo(List.of(4, 3, 2, 1)))
                .body("facets.price.from", equalTo(List.of("0", "10", "25", "50", "100", "250", "500", "1000")))
                .body("facets.price[1].to", equalTo("24.9999"))
                .body("facets.price[7].to", nullValue())
                .body("facets.price.count", equalTo(List.of(1, 1, 1, 0, 0, 0, 0, 1)));
    }

    @Test
    void a_filter_narrows_every_facet_but_its_own() {
        Api.search("q", word, "category", "HOME", "minRating", "4")
                .then()
                .body("total", equalTo(1))
                .body("facets.category", equalTo(List.of(value("HOME", 1))))
                .body("facets.brand", equalTo(List.of(value(brand, 1))))
                .body("facets.rating.count", equalTo(List.of(1, 2, 2, 2)))
                .body("facets.price.count", equalTo(List.of(1, 0, 0, 0, 0, 0, 0, 0)));
        Api.search("q", word, "brand", other)
                .then()
                .body("facets.brand", equalTo(List.of(value(brand, 3), value(other, 1))))
                .body("facets.category", equalTo(List.of(value("BOOKS", 1))));
    }

    @Test
    void who_asks_for_a_value_finds_as_many_as_were_counted() {
        var facets = Api.search("q", word, "minRating", "1").then().extract().jsonPath();

        for (Map<String, Object> price : facets.<Map<String, Object>>getList("facets.price")) {
            var to = price.getOrDefault("to", "");
            Api.search("q", word, "minRating", "1", "minPrice", price.get("from"), "maxPrice", to)
                    .then()
                    .body("total", equalTo(price.get("count")));
        }
        for (Map<String, Object> it : facets.<Map<String, Object>>getList("facets.brand")) {
            Api.search("q", word, "minRating", "1", "brand", it.get("value"))
                    .then()
                    .body("total", equalTo(it.get("count")));
        }
    }

    @Test
    void they_come_with_the_first_page_and_with_others_if_asked_for() {
        var first = Api.search("q", word, "limit", 1);
        first.then().body("facets", notNullValue());
        var cursor = first.jsonPath().getString("nextCursor");

        Api.search("q", word, "limit", 1, "cursor", cursor).then().body("facets", nullValue());
        Api.search("q", word, "limit", 1, "cursor", cursor, "facets", "true")
                .then()
                .body("facets.brand", equalTo(first.jsonPath().getList("facets.brand")));
        Api.search("q", word, "facets", "false").then().body("facets", nullValue());
    }

    private static Map<String, Object> value(String value, int count) {
        return Map.of("value", value, "count", count);
    }

    private void say(String brand, String category, String price, Double rating) {
        var id = freshId("F");
        var product = aProductChanged(id, 1)
                .with("name", "Thing " + word)
                .with("brand", brand)
                .with("category", category)
                .with("price", price)
                .with("popularity", brand.equals(this.brand) ? 2 : 1)
                .with("rating", rating);
        topics.send(Topics.PRODUCTS, id, "ProductChanged", product.text());
    }
}
