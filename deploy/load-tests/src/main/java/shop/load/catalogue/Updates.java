package shop.load.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import shop.load.catalogue.ProductsInIndex.Document;
import shop.load.measure.Json;
import shop.local.catalogue.Catalogue;

/// Changes products one by one, their prices and every other time their categories, and remembers the last state of
/// each that the service has answered.
final class Updates {

    private static final long STRIDE = 7_368_787;
    private static final int LOOKED_UP_AT_ONCE = 500;
    private static final List<String> CATEGORIES = List.of("ELECTRONICS", "BOOKS", "CLOTHING", "HOME", "SPORTS");

    private final Json catalog;
    private final Catalogue catalogue;
    private final long size;
    private final Map<String, Document> answered = new ConcurrentHashMap<>();

    /// @param size how many products there are
    Updates(Json catalog, Catalogue catalogue, long size) {
        this.catalog = catalog;
        this.catalogue = catalogue;
        this.size = size;
    }

    /// Whether it was taken.
    ///
    /// @param number every fourth one changes a product again
    boolean update(int number) {
        var product = (number % 4 == 3 ? number / 8 : number) * STRIDE % size;
        var answer = put(catalogue.productId(product), body(product, number));
        if (answer.isSuccess()) {
            var state = document(answer.body());
            answered.merge(state.productId(), state, (one, other) -> one.version() > other.version() ? one : other);
        }
        return answer.isSuccess();
    }

    int products() {
        return answered.size();
    }

    /// Those that are not found just once and as they were answered.
    List<String> lost(ProductsInIndex index) {
        var ids = new ArrayList<>(answered.keySet());
        var lost = new ArrayList<String>();
        for (int i = 0; i < ids.size(); i += LOOKED_UP_AT_ONCE) {
            var some = ids.subList(i, Math.min(ids.size(), i + LOOKED_UP_AT_ONCE));
            var found = index.documentsOf(some);
            some.stream()
                    .filter(it -> !isAsAnswered(it, found.getOrDefault(it, List.of())))
                    .map(it -> "%s, found %s".formatted(answered.get(it), found.get(it)))
                    .forEach(lost::add);
        }
        return lost;
    }

    /// A newer state is one whose answer did not reach us.
    private boolean isAsAnswered(String productId, List<Document> found) {
        var last = Objects.requireNonNull(answered.get(productId));
        return found.size() == 1
                && (found.getFirst().equals(last) || found.getFirst().version() > last.version());
    }

    private Json.Answer put(String productId, String body) {
        var request = ClassicRequestBuilder.put(catalog.base() + "/api/v1/products/" + productId)
                .setHeader(HttpHeaders.IF_MATCH, "*")
                .setEntity(new StringEntity(body, ContentType.APPLICATION_JSON))
                .build();
        return catalog.read(request);
    }

    private String body(long product, int number) {
        ObjectNode body = Json.MAPPER.valueToTree(catalogue.product(product));
        body.remove("productId");
        body.put("price", "%d.%02d".formatted(1 + number / 100, number % 100));
        if (number % 2 == 0) {
            body.put("category", CATEGORIES.get(number / 2 % CATEGORIES.size()));
        }
        return body.toString();
    }

    private static Document document(JsonNode answer) {
        return new Document(
                answer.path("productId").asText(),
                answer.path("version").asLong(),
                answer.path("price").asText(),
                answer.path("category").asText());
    }
}
