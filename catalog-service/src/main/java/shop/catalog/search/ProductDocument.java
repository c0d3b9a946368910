package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;

/// A product as the index keeps it: what `ProductChanged` says, and its price as a number to compare.
///
/// A discontinued one is kept too, so that its version still fends off what comes late.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductDocument(
        String productId,
        long version,
        String status,
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        String price,
        String currency,
        long popularity,
        @Nullable Map<String, String> attributes,
        @Nullable BigDecimal rating,
        int reviewCount,
        boolean inStock,
        List<String> inStockRegions,
        @Nullable List<String> soldIn,
        Instant createdAt,
        Instant updatedAt)
        implements ProductEvent {

    ProductDocument {
        if (!present(productId, "productId").matches(Ids.PATTERN) || version < 1) {
            throw new IllegalArgumentException("A product has an id and a version");
        }
        present(status, "status");
        present(name, "name");
        present(category, "category");
        present(currency, "currency");
        present(inStockRegions, "inStockRegions");
        if (PriceUnits.of(new BigDecimal(present(price, "price"))) < 0) {
            throw new IllegalArgumentException("A price is not negative");
        }
        present(createdAt, "createdAt");
        present(updatedAt, "updatedAt");
    }

    private static <T> T present(@Nullable T value, String field) {
        return Objects.requireNonNull(value, field + " is missing");
    }

    @JsonProperty
    long priceUnits() {
        return PriceUnits.of(new BigDecimal(price));
    }

    /// See [PriceBands].
    @JsonProperty
    String priceBand() {
        return PriceBands.of(priceUnits());
    }

    /// The rating without its fraction, for the facet.
    @JsonProperty
    @Nullable
    Integer wholeStars() {
        return rating == null ? null : rating.intValue();
    }
}
