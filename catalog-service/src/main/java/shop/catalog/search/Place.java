package shop.catalog.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import shop.contracts.http.Cursor;
import shop.contracts.http.Problems;

/// The place of a product in a sorted result, as a cursor carries it: its sort keys and its id, and how the text was
/// read, so that every page reads it alike.
///
/// It is a value and no position: products that come, go or change elsewhere neither repeat nor hide one.
///
/// @param keys numbers, whole where the field is
record Place(Sorting sorting, Spelling spelling, List<JsonNode> keys, String productId) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BEFORE_KEYS = 2;
    private static final int LONGEST = 1000;

    /// @param sortValues of the last product of the page
    static String cursorOf(SearchParameters parameters, List<FieldValue> sortValues) {
        var cursor = JSON.createArrayNode()
                .add(Sorting.of(parameters).name())
                .add(parameters.spelling().name());
        sortValues.forEach(it -> cursor.add(JSON.<JsonNode>valueToTree(it._get())));
        return Cursor.of(cursor.toString());
    }

    /// Reads the parameter `cursor`, which must come from a page in the same order.
    static Optional<Place> of(SearchParameters parameters, Sorting sorting) {
        return parameters
                .text("cursor", LONGEST)
                .map(Cursor::read)
                .map(Place::read)
                .map(it -> {
                    if (it.sorting != sorting) {
                        throw Problems.invalid("cursor", "is of a page in another order");
                    }
                    return it;
                });
    }

    List<FieldValue> values() {
        return Stream.concat(keys.stream().map(Place::value), Stream.of(FieldValue.of(productId)))
                .toList();
    }

    private static FieldValue value(JsonNode key) {
        return key.isIntegralNumber() ? FieldValue.of(key.longValue()) : FieldValue.of(key.doubleValue());
    }

    private static Place read(String text) {
        try {
            var array = JSON.readTree(text);
            var sorting = Sorting.valueOf(array.path(0).asText());
            var spelling = Spelling.valueOf(array.path(1).asText());
            var end = BEFORE_KEYS + sorting.keys();
            var keys = IntStream.range(BEFORE_KEYS, end).mapToObj(array::path).toList();
            if (array.size() == end + 1
                    && keys.stream().allMatch(JsonNode::isNumber)
                    && array.get(end).isTextual()) {
                return new Place(sorting, spelling, keys, array.get(end).textValue());
            }
        } catch (JsonProcessingException | IllegalArgumentException _) {
            // Falls through: it says nothing that the caller could use.
        }
        throw Problems.invalid("cursor", "is not one that a page gave");
    }
}
