package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.aProductChanged;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.catalog.Api;
import shop.catalog.Json;
import shop.catalog.Topics;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class ProductSearchTest {

    private final Topics topics;
    private final String brand = freshId("Brand");

    ProductSearchTest(Topics topics) {
        this.topics = topics;
    }

    @Test
    void a_created_product_is_found_by_every_filter_at_once() {
        var lamp = ours().with("name", "Désk lamp, bright").with("description", "For reading at night");
        var stock = Json.aStockChanged(lamp.id(), 1, 4);
        topics.send(Topics.STOCK, lamp.id(), "StockChanged", stock.text());
        Api.create(lamp);
        Api.create(ours().with("name", "Floor lamp"));

        Api.eventually(() -> assertThat(Api.found(
                        "category", "HOME",
                        "q", "READING desk lamp",
                        "brand", brand.toLowerCase(),
                        "minPrice", "19.99",
                        "maxPrice", "19.99",
                        "inStock", "true",
                        "region", "EU"))
                .containsExactly(lamp.id()));
        Api.search("q", "desk lamp", "brand", brand)
                .then()
                .body("total", equalTo(1))
                .body("totalIsLowerBound", equalTo(false))
                .body("nextCursor", nullValue())
                .body("items[0].name", equalTo("Désk lamp, bright"))
                .body("items[0].price", equalTo("19.99"))
                .body("items[0].inStock", equalTo(true))
                .body("items[0].reviewCount", equalTo(0));
        assertThat(Api.found("brand", brand, "q", "desk lamp", "category", "BOOKS"))
                .isEmpty();
        assertThat(Api.found("brand", brand, "q", "desk lamp", "inStock", "false"))
                .isEmpty();
        assertThat(Api.found("brand", brand, "q", "desk lamp", "region", "US")).containsExactly(lamp.id());
        assertThat(Api.found("brand", brand, "q", "desk lamp", "region", "US", "inStock", "false"))
                .isEmpty();
        assertThat(Api.found("brand", brand, "q", "desk chair")).isEmpty();
    }

    @Test
    void what_is_not_sold_in_a_region_is_not_found_there_until_it_is() {
        var lamp = ours();
        Api.create(lamp);
        var stock = Json.aStockChanged(lamp.id(), 1, 4);
        say(stock.with("soldIn", List.of("EU", "ASIA")));
        Api.eventually(() -> assertThat(found("EU")).containsExactly(lamp.id()));
        assertThat(found("US")).isEmpty();
        assertThat(found("ASIA")).containsExactly(lamp.id()); // It lies elsewhere, but can be had.
        assertThat(Api.found("brand", brand, "inStock", "true")).containsExactly(lamp.id());
        assertThat(Api.found("brand", brand, "inStock", "false", "region", "US"))
                .containsExactly(lamp.id());

        say(Json.aStockChanged(lamp.id(), 2, 0).with("soldIn", List.of("EU", "ASIA")));
        Api.eventually(() -> assertThat(found("EU")).isEmpty());

        say(Json.aStockChanged(lamp.id(), 3, 1));
        Api.eventually(() -> assertThat(found("US")).containsExactly(lamp.id()));
    }

    private List<String> found(String region) {
        return Api.found("brand", brand, "region", region);
    }

    private void say(Json stock) {
        topics.send(Topics.STOCK, stock.id(), "StockChanged", stock.text());
    }

    @ParameterizedTest
    @CsvSource({"19.99,19.99,true", "20,,false", ",19.98,false", "19.9900,,true", ",19.99,true", "19.9901,,false"})
    void the_ends_of_a_price_range_belong_to_it(String min, String max, boolean found) {
        var lamp = ours();
        Api.create(lamp);
        awaitFound(lamp.id());

        var hits = Api.found("brand", brand, "minPrice", orNone(min), "maxPrice", orNone(max));

        assertThat(hits.contains(lamp.id())).isEqualTo(found);
    }

    @Test
    void products_are_found_by_what_reviewers_say() {
        var good = rated(4.5);
        var fair = rated(3.33);
        var unrated = rated(null);
        awaitFound(good, fair, unrated);

        assertThat(Api.found("brand", brand, "minRating", "4.5")).containsExactly(good);
        assertThat(Api.found("brand", brand, "minRating", "3.33")).containsExactlyInAnyOrder(good, fair);
        assertThat(Api.found("brand", brand, "minRating", "1")).containsExactlyInAnyOrder(good, fair);
        assertThat(Api.found("brand", brand, "sort", "-rating")).containsExactly(good, fair, unrated);
        Api.search("brand", brand, "minRating", "4.5").then().body("items[0].rating", equalTo(4.5f));
    }

    @Test
    void each_order_sorts_and_its_pages_hold_every_product_once() {
        var cheap = product("9.99", 1);
        var middle = product("10.00", 3);
        var dear = product("100.00", 2);
        var asDear = product("100.00", 2);
        awaitFound(cheap, middle, dear, asDear);
        var dearest = List.of(dear, asDear).stream().sorted().toList();

        assertThat(pages("price")).containsExactly(cheap, middle, dearest.getFirst(), dearest.getLast());
        assertThat(pages("-price")).containsExactly(dearest.getFirst(), dearest.getLast(), middle, cheap);
        assertThat(pages("-popularity")).containsExactly(middle, dearest.getFirst(), dearest.getLast(), cheap);
        assertThat(pages("relevance")).isEqualTo(pages("-popularity"));
        assertThat(pages("newest")).containsExactly(asDear, dear, middle, cheap);
        assertThat(pages("-rating")).isSorted().hasSize(4);
        assertThat(pages("relevance", "q", "lamp")).containsExactlyInAnyOrder(cheap, middle, dear, asDear);
    }

    @Test
    void words_of_the_name_rank_highest() {
        var aside = ours().with("name", "Shelf").with("description", "a lantern fits on it");
        var meant = ours().with("name", "Lantern");
        Api.create(aside);
        Api.create(meant);
        awaitFound(aside.id(), meant.id());

        assertThat(Api.found("brand", brand, "q", "lantern")).containsExactly(meant.id(), aside.id());
    }

    @Test
    void a_discontinued_product_is_not_found_until_it_is_offered_again() {
        var lamp = ours();
        Api.create(lamp);
        awaitFound(lamp.id());

        Api.delete(lamp.id(), "*");
        Api.eventually(() -> assertThat(Api.found("brand", brand)).isEmpty());
        Api.put(lamp, "*");

        awaitFound(lamp.id());
    }

    @Test
    void a_product_that_changes_its_category_is_found_in_the_new_one_only() {
        var lamp = ours();
        Api.create(lamp);
        awaitFound(lamp.id());

        Api.put(lamp.with("category", "SPORTS"), "*");

        Api.eventually(() ->
                assertThat(Api.found("brand", brand, "category", "SPORTS")).containsExactly(lamp.id()));
        assertThat(Api.found("brand", brand, "category", "HOME")).isEmpty();
        assertThat(Api.found("brand", brand)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "minPrice,abc",
        "maxPrice,-1",
        "minRating,6",
        "q,a\0b",
        "inStock,maybe",
        "sort,cheapest",
        "limit,0",
        "limit,201",
        "limit,ten",
        "limit,99999999999",
        "cursor,nonsense",
        "cursor,!"
    })
    void what_cannot_be_asked_is_a_problem_that_names_the_parameter(String name, String value) {
        Api.search(name, value)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(name));
    }

    @Test
    void a_price_range_that_ends_before_it_begins_is_a_problem() {
        Api.search("minPrice", "2", "maxPrice", "1")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("minPrice"));
    }

    private Json ours() {
        return aProduct().with("brand", brand);
    }

    private String product(String price, int popularity) {
        var product = ours().with("price", price).with("popularity", popularity);
        Api.create(product);
        return product.id();
    }

    private String rated(Double stars) {
        var id = freshId("R");
        var changed = aProductChanged(id, 5).with("brand", brand).with("rating", stars);
        topics.send(Topics.PRODUCTS, id, "ProductChanged", changed.text());
        return id;
    }

    private void awaitFound(String... ids) {
        Api.eventually(() -> assertThat(Api.found("brand", brand, "limit", 200)).contains(ids));
    }

    /// Walks through pages of one product each.
    private List<String> pages(String sort, String... more) {
        var all = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var parameters = new ArrayList<Object>(List.of("brand", brand, "sort", sort, "limit", 1, "cursor", cursor));
            parameters.addAll(List.of(more));
            var page = Api.search(parameters.toArray())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.<Map<String, Object>>getList("items")).hasSize(1);
            all.addAll(page.getList("items.productId"));
            cursor = page.getString("nextCursor");
        }
        return all;
    }

    private static String orNone(String value) {
        return value == null ? "" : value;
    }
}
