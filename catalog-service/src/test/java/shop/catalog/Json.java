package shop.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// A JSON object under construction: a product body, or an event that starts from the contract's example.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode node;

    private Json(ObjectNode node) {
        this.node = node;
    }

    public static Json aProduct() {
        return new Json(MAPPER.createObjectNode())
                .with("productId", freshId("P"))
                .with("name", "Lamp")
                .with("category", "HOME")
                .with("price", "19.99")
                .with("currency", "USD");
    }

    public static Json aProductChanged(String productId, long version) {
        return example("catalog.products.v1/ProductChanged")
                .with("productId", productId)
                .with("version", version);
    }

    public static Json aStockChanged(String productId, long version, int available) {
        return example("inventory.stock.v1/StockChanged")
                .with("productId", productId)
                .with("version", version)
                .with("available", available)
                .with("regions", MAPPER.createObjectNode().put("EU", available))
                .without("soldIn");
    }

    public static Json example(String name) {
        try (var file = Json.class.getResourceAsStream("/contracts/%s.example.json".formatted(name))) {
            return new Json((ObjectNode) MAPPER.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String freshId(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    public static String lines(List<Json> bodies) {
        return bodies.stream().map(Json::text).collect(Collectors.joining("\n", "", "\n"));
    }

    public Json with(String field, Object value) {
        node.set(field, MAPPER.valueToTree(value));
        return this;
    }

    public Json without(String field) {
        node.remove(field);
        return this;
    }

    public String id() {
        return node.get("productId").asText();
    }

    public String text() {
        return node.toString();
    }
}
