package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.catalog.search.Asked.clause;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchFiltersTest {

    @Test
    void a_category_is_matched_as_it_is() {
        assertThat(clause(new CategoryFilter(), "category", "BOOKS"))
                .hasValue("{\"term\":{\"category\":{\"value\":\"BOOKS\"}}}");
    }

    @Test
    void a_brand_is_matched_whatever_its_case() {
        assertThat(clause(new BrandFilter(new Brands(null)), "brand", " Acme "))
                .hasValue("{\"term\":{\"brand.folded\":{\"value\":\"Acme\"}}}");
    }

    @Test
    void a_price_range_includes_its_ends_and_may_have_one() {
        assertThat(clause(new PriceFilter(), "minPrice", "10", "maxPrice", "19.99"))
                .hasValue("{\"range\":{\"priceUnits\":{\"gte\":100000,\"lte\":199900}}}");
        assertThat(clause(new PriceFilter(), "minPrice", "0.0001"))
                .hasValue("{\"range\":{\"priceUnits\":{\"gte\":1}}}");
        assertThat(clause(new PriceFilter(), "minPrice", "5", "maxPrice", "5.00"))
                .hasValue("{\"range\":{\"priceUnits\":{\"gte\":50000,\"lte\":50000}}}");
    }

    @Test
    void a_rating_is_a_minimum() {
        assertThat(clause(new RatingFilter(), "minRating", "4.5")).hasValue("{\"range\":{\"rating\":{\"gte\":4.5}}}");
    }

    @Test
    void stock_is_asked_for_everywhere_or_in_a_region() {
        var anywhere = "{\"term\":{\"inStock\":{\"value\":true}}}";
        var soldInEurope = "{\"bool\":{\"minimum_should_match\":\"1\",\"should\":["
                + "{\"bool\":{\"must_not\":[{\"exists\":{\"field\":\"soldIn\"}}]}},"
                + "{\"term\":{\"soldIn\":{\"value\":\"EU\"}}}]}}";
        var inEurope = "{\"bool\":{\"filter\":[%s,%s]}}".formatted(anywhere, soldInEurope);

        assertThat(clause(new StockFilter(), "inStock", "true")).hasValue(anywhere);
        assertThat(clause(new StockFilter(), "region", "EU")).hasValue(inEurope);
        assertThat(clause(new StockFilter(), "region", "EU", "inStock", "true")).hasValue(inEurope);
        assertThat(clause(new StockFilter(), "region", "EU", "inStock", "false"))
                .hasValue("{\"bool\":{\"must_not\":[%s]}}".formatted(inEurope));
    }

    @Test
    void all_words_of_a_text_must_be_there_and_only_they_rank() {
        assertThat(clause(new TextFilter(), "q", "light laptop").orElseThrow())
                .startsWith("{\"bool\":{\"filter\":[{\"match_bool_prefix\":"
                        + "{\"words\":{\"operator\":\"and\",\"query\":\"light laptop\"}}}],\"should\":");
        assertThat(new TextFilter().ranks()).isTrue();
        assertThat(new PriceFilter().ranks()).isFalse();
    }

    @Test
    void a_single_letter_is_no_beginning() {
        assertThat(clause(new TextFilter(), "q", "iphone x").orElseThrow())
                .startsWith("{\"bool\":{\"filter\":[{\"match\":");
    }

    static Stream<SearchFilter> all() {
        return Stream.of(
                new CategoryFilter(),
                new BrandFilter(new Brands(null)),
                new PriceFilter(),
                new RatingFilter(),
                new StockFilter(),
                new TextFilter());
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_not_asked_for_is_no_condition(SearchFilter filter) {
        assertThat(clause(filter)).isEmpty();
        assertThat(clause(filter, "q", " ", "category", "", "minPrice", "", "brand", "", "inStock", ""))
                .isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(new PriceFilter(), "minPrice", "-1"),
                Arguments.of(new PriceFilter(), "maxPrice", "1e9"),
                Arguments.of(new PriceFilter(), "maxPrice", "9,99"),
                Arguments.of(new PriceFilter(), "minPrice", "1.00001"),
                Arguments.of(new RatingFilter(), "minRating", "0.9"),
                Arguments.of(new RatingFilter(), "minRating", "5.1"),
                Arguments.of(new StockFilter(), "inStock", "yes"),
                Arguments.of(new TextFilter(), "q", "x".repeat(201)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_cannot_be_read_is_refused_and_the_parameter_named(SearchFilter filter, String name, String value) {
        assertThatThrownBy(() -> clause(filter, name, value))
                .isInstanceOfSatisfying(
                        HttpProblem.class, it -> assertThat(it.getStatusCode()).isEqualTo(400))
                .hasMessageContaining(name);
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> clause(new PriceFilter(), "minPrice", "10.01", "maxPrice", "10"))
                .hasMessageContaining("minPrice");
    }
}
