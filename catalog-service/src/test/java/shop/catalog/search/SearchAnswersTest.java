package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static shop.catalog.Json.aProduct;
import static shop.catalog.Json.freshId;
import static shop.catalog.search.Asked.asked;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import shop.catalog.Api;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "catalog", openSearch = true)
class SearchAnswersTest {

    private final String brand = freshId("Brand");

    @Test
    void what_was_found_holds_for_a_minute_unless_someone_asks_for_what_is_found_now() {
        Api.browse("brand", brand).then().statusCode(200).body("total", equalTo(0));
        Api.create(aProduct().with("brand", brand));
        Api.eventually(() -> Api.search("brand", brand, "limit", 1).then().body("total", equalTo(1)));

        Api.browse("brand", brand).then().body("total", equalTo(0));
        Api.search("brand", brand).then().body("total", equalTo(1));
        Api.browse("brand", brand).then().body("total", equalTo(1));
    }

    @Test
    void the_answer_says_how_long_it_holds_and_who_has_it_gets_no_body() {
        var first = Api.browse("brand", brand);
        var tag = first.header("ETag");

        assertThat(first.header("Cache-Control")).matches("max-age=(55|54|53)");
        Api.with("brand", brand)
                .header("If-None-Match", tag)
                .get("/api/v1/products")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        Api.create(aProduct().with("brand", brand));
        Api.eventually(
                () -> assertThat(Api.search("brand", brand).header("ETag")).isNotEqualTo(tag));
    }

    @Test
    void what_cannot_be_asked_is_not_kept() {
        Api.browse("limit", "0").then().statusCode(400);
        Api.browse("limit", "0").then().statusCode(400);
    }

    @Test
    void parameters_that_say_the_same_are_the_same() {
        assertThat(asked("q", " lamp ", "sort", "").key())
                .isEqualTo(asked("q", "lamp").key());
        assertThat(asked("q", "lamp", "brand", "A").key())
                .isEqualTo(asked("brand", "A", "q", "lamp").key());
        assertThat(asked("q", "lamp, brand=A").key())
                .isNotEqualTo(asked("q", "lamp", "brand", "A").key());
        assertThat(asked("brand", "A, q=lamp").key())
                .isNotEqualTo(asked("q", "lamp", "brand", "A").key());
        assertThat(asked("brand", "A&q=lamp").key())
                .isNotEqualTo(asked("q", "lamp", "brand", "A").key());
    }
}
