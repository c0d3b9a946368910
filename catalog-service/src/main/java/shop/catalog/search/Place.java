package shop.catalog.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.opensearch.client.opensearch._types.FieldValue;
import shop.contracts.http.Cursor;
import shop.contracts.http.Problems;

/// The place of a product in a sorted result, as a cursor carries it: the sort key and the id of the product.
///
/// @param key a number, whole where the field is
record Place(Sorting sorting, JsonNode key, String productId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static String cursorOf(Sorting sorting, List<FieldValue> sortValues) {
        var key = JSON.valueToTree(sortValues.getFirst()._get());
        return Cursor.of(JSON.createArrayNode()
                .add(sorting.name())
                .add(key)
                .add(sortValues.getLast().stringValue())
                .toString());
    }

    /// Reads the parameter `cursor`, which must come from a page in the same order.
    static Optional<Place> of(SearchParameters parameters, Sorting sorting) {
        return parameters.text("cursor").map(Cursor::read).map(Place::read).map(it -> {
            if (it.sorting != sorting) {
                throw Problems.invalid("cursor", "is of a page in another order");
            }
            return it;
        });
    }

    List<FieldValue> values() {
        return List.of(
                key.isIntegralNumber() ? FieldValue.of(key.longValue()) : FieldValue.of(key.doubleValue()),
                FieldValue.of(productId));
    }

    private static Place read(String text) {
        try {
            var array = JSON.readTree(text);
            if (array.size() == 3 && array.get(1).isNumber() && array.get(2).isTextual()) {
                return new Place(
                        Sorting.valueOf(array.get(0).asText()),
                        array.get(1),
                        array.get(2).textValue());
            }
        } catch (JsonProcessingException | IllegalArgumentException _) {
            // Falls through: it says nothing that the caller could use.
        }
        throw Problems.invalid("cursor", "is not one that a page gave");
    }
}
