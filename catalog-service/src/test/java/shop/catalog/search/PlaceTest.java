package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.catalog.search.Asked.asked;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensearch.client.opensearch._types.FieldValue;
import shop.contracts.http.Cursor;

class PlaceTest {

    private static final SearchParameters CHEAPEST = asked("sort", "price");
    private static final FieldValue ID = FieldValue.of("P-1");

    static Stream<FieldValue> keys() {
        return Stream.of(
                FieldValue.of(9_999_900L),
                FieldValue.of(Long.MAX_VALUE),
                FieldValue.of(4.5),
                FieldValue.of(1.2345678f));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_place_survives_its_way_through_a_cursor(FieldValue key) {
        var cursor = Place.cursorOf(CHEAPEST, List.of(key, ID));

        var place = Place.of(asked("cursor", cursor), Sorting.CHEAPEST).orElseThrow();

        assertThat(place.values()).extracting(FieldValue::_get).containsExactly(key._get(), "P-1");
        assertThat(place.spelling()).isEqualTo(Spelling.AS_WRITTEN);
    }

    @Test
    void the_best_fits_have_a_place_by_score_and_popularity_and_keep_how_the_text_was_read() {
        var parameters = asked("q", "lapptop").spelled(Spelling.FORGIVING);
        var cursor = Place.cursorOf(parameters, List.of(FieldValue.of(31.0), FieldValue.of(7), ID));

        var place = Place.of(asked("cursor", cursor), Sorting.RELEVANCE).orElseThrow();

        assertThat(place.values()).extracting(FieldValue::_get).containsExactly(31.0, 7L, "P-1");
        assertThat(place.spelling()).isEqualTo(Spelling.FORGIVING);
    }

    @Test
    void the_longest_id_has_a_place() {
        var id = FieldValue.of("x".repeat(200));

        var cursor = Place.cursorOf(CHEAPEST, List.of(FieldValue.of(1), id));

        assertThat(Place.of(asked("cursor", cursor), Sorting.CHEAPEST)).isPresent();
    }

    @Test
    void a_cursor_is_good_for_its_own_order_only() {
        var cursor = Place.cursorOf(CHEAPEST, List.of(FieldValue.of(1), ID));

        assertThatThrownBy(() -> Place.of(asked("cursor", cursor), Sorting.DEAREST))
                .hasMessageContaining("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[\"CHEAPEST\",\"AS_WRITTEN\",\"x\",\"P\"]",
                "[\"UP\",\"AS_WRITTEN\",1,\"P\"]",
                "[\"CHEAPEST\",\"SOMEHOW\",1,\"P\"]",
                "[\"CHEAPEST\",\"AS_WRITTEN\",1,2]",
                "[\"CHEAPEST\",\"AS_WRITTEN\",1,2,\"P\"]",
                "[\"RELEVANCE\",\"AS_WRITTEN\",1,\"P\"]",
                "null"
            })
    void what_no_page_gave_is_refused(String content) {
        assertThatThrownBy(() -> Place.of(asked("cursor", Cursor.of(content + " ")), Sorting.CHEAPEST))
                .hasMessageContaining("cursor");
    }
}
