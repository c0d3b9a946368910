package shop.local.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product as the import takes it.
///
/// @param price in USD, a decimal string
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GeneratedProduct(
        String productId,
        String name,
        @Nullable String description,
        String brand,
        String category,
        String price,
        long popularity,
        Map<String, String> attributes) {

    @JsonProperty
    public String currency() {
        return "USD";
    }
}
