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
        var cursor = Place.cursorOf(Sorting.CHEAPEST, List.of(key, FieldValue.of("P-1")));

        var place = Place.of(asked("cursor", cursor), Sorting.CHEAPEST).orElseThrow();

        assertThat(place.values()).extracting(FieldValue::_get).containsExactly(key._get(), "P-1");
    }

    @Test
    void a_cursor_is_good_for_its_own_order_only() {
        var cursor = Place.cursorOf(Sorting.CHEAPEST, List.of(FieldValue.of(1), FieldValue.of("P-1")));

        assertThatThrownBy(() -> Place.of(asked("cursor", cursor), Sorting.DEAREST))
                .hasMessageContaining("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[1]", "[\"CHEAPEST\",\"x\",\"P\"]", "[\"UP\",1,\"P\"]", "[\"CHEAPEST\",1,2]", "null"})
    void what_no_page_gave_is_refused(String content) {
        assertThatThrownBy(() -> Place.of(asked("cursor", Cursor.of(content + " ")), Sorting.CHEAPEST))
                .hasMessageContaining("cursor");
    }
}
