package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.catalog.Api;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class SearchTextTest {

    private final String brand = freshId("Brand");
    private int popularity = 100;

    @Test
    void what_fits_better_comes_first_and_of_equals_what_is_popular() {
        var aside = offer("Shelf", "for a desk lamp");
        var begins = offer("Desk lampshade");
        var words = offer("Lamp for every desk");
        var popular = offer("Lamp for the desk", "", 1000);
        var phrase = offer("Small desk lamp");
        var exact = offer("Desk Lamp");

        assertThat(found("desk lamp")).containsExactly(exact, phrase, popular, words, aside, begins);
        assertThat(pages("desk lamp")).containsExactly(exact, phrase, popular, words, aside, begins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wireless headph", "WIRELESS Headphones", "wireless headfones", "wirelss headphone"})
    void the_last_word_may_be_begun_and_words_may_be_mistyped(String text) {
        var headphones = offer("Wireless headphones");
        offer("Wired speaker");

        assertThat(found(text)).containsExactly(headphones);
    }

    @Test
    void typos_are_not_looked_for_where_a_product_has_the_words() {
        var word = letters();
        var mistyped = word.substring(0, word.length() - 1) + "zz";
        var meant = offer("Case " + word);
        var alike = offer("Case " + word.substring(0, 8) + "q" + word.substring(9));

        assertThat(found(word)).containsExactly(meant);
        // There are products of that name, only not in this category.
        Api.search("q", word, "category", "BOOKS").then().body("total", equalTo(0));
        assertThat(found(mistyped)).contains(meant).doesNotContain(alike);
    }

    @Test
    void pages_of_a_mistyped_text_hold_every_product_once() {
        var word = letters();
        var lamps = List.of(offer("Lamp " + word), offer("Light " + word), offer("Torch " + word));

        assertThat(pages(word.substring(0, 5) + "y" + word.substring(6))).isEqualTo(lamps);
    }

    @Test
    void a_product_that_comes_while_someone_turns_pages_neither_repeats_nor_hides_one() {
        var first = offer("Lamp");
        var second = offer("Lamp");
        var third = offer("Lamp");
        found("lamp");
        var page = Api.search("brand", brand, "q", "lamp", "limit", 2);
        assertThat(page.jsonPath().getList("items.productId")).isEqualTo(List.of(first, second));

        offer("Lamp", "", 5000);
        Api.eventually(() -> assertThat(Api.found("brand", brand)).hasSize(4));

        var cursor = page.jsonPath().getString("nextCursor");
        assertThat(Api.found("brand", brand, "q", "lamp", "limit", 2, "cursor", cursor))
                .containsExactly(third);
    }

    @Test
    void a_name_a_brand_or_a_category_is_suggested_by_its_first_letters() {
        var headphones = offer("Wireless headphones");
        offer("Wireless headphones", "the same again", 1);
        awaitAll();

        Api.suggest("q", brand.substring(0, 30).toLowerCase())
                .then()
                .statusCode(200)
                .body("suggestions[0].kind", equalTo("BRAND"))
                .body("suggestions[0].text", equalTo(brand));
        Api.suggest("q", "hom").then().body("suggestions[0].id", equalTo("HOME"));
        Api.suggest("q", "wireless headp", "limit", 20)
                .then()
                .body("suggestions.findAll { it.text == 'Wireless headphones' }.size()", equalTo(1))
                .body("suggestions.kind", hasItem("PRODUCT"));
        assertThat(headphones).isNotNull();
    }

    @Test
    void what_is_no_longer_offered_is_not_suggested() {
        var name = "Rare " + letters();
        var rare = offer(name);
        awaitAll();
        Api.suggest("q", name).then().body("suggestions.id", equalTo(List.of(rare)));

        Api.delete(rare, "*");

        Api.eventually(() -> Api.suggest("q", name).then().body("suggestions.size()", equalTo(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "limit"})
    void suggestions_that_cannot_be_made_name_the_parameter(String field) {
        var asked = field.equals("q") ? new Object[] {"limit", 1} : new Object[] {"q", "x", "limit", 21};

        Api.suggest(asked).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void what_begins_with_no_character_names_the_parameter() {
        Api.suggest("q", "a\0").then().statusCode(400).body("violations.field", hasItem("q"));
    }

    private String offer(String name) {
        return offer(name, "");
    }

    private String offer(String name, String description) {
        return offer(name, description, popularity--);
    }

    private String offer(String name, String description, int popularity) {
        var product = aProduct()
                .with("name", name)
                .with("description", description)
                .with("brand", brand)
                .with("popularity", popularity);
        Api.create(product).then().statusCode(201);
        offered++;
        return product.id();
    }

    private int offered;

    private void awaitAll() {
        Api.eventually(() -> assertThat(Api.found("brand", brand)).hasSize(offered));
    }

    private List<String> found(String text) {
        awaitAll();
        return Api.found("brand", brand, "q", text);
    }

    private List<String> pages(String text) {
        awaitAll();
        var all = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = Api.search("brand", brand, "q", text, "limit", 1, "cursor", cursor)
                    .jsonPath();
            all.addAll(page.getList("items.productId"));
            cursor = page.getString("nextCursor");
        }
        return all;
    }

    /// A word that no other product has.
    private static String letters() {
        return Arrays.stream(freshId("").replace("-", "").split(""))
                .map(it -> Character.toString('a' + Character.digit(it.charAt(0), 16)))
                .limit(12)
                .reduce("", String::concat);
    }
}
