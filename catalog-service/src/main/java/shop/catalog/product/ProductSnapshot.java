package shop.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product as the world sees it, whole: the answer of REST, and what `ProductChanged` says.
///
/// @param soldIn the regions whose customers may have it; null means everywhere
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductSnapshot(
        String productId,
        long version,
        ProductStatus status,
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        String price,
        String currency,
        long popularity,
        Map<String, String> attributes,
        @Nullable BigDecimal rating,
        int reviewCount,
        boolean inStock,
        List<String> inStockRegions,
        @Nullable List<String> soldIn,
        Instant createdAt,
        Instant updatedAt) {

    static ProductSnapshot of(Product product) {
        var details = product.details();
        var soldIn = product.availability().soldIn();
        return new ProductSnapshot(
                product.productId(),
                product.version(),
                product.status(),
                details.name(),
                details.description(),
                details.brand(),
                details.category(),
                details.price().text(),
                details.price().currency().getCurrencyCode(),
                details.popularity(),
                details.attributes(),
                product.rating().average(),
                product.rating().count(),
                product.availability().inStock(),
                product.availability().regions(),
                soldIn.isEmpty() ? null : soldIn,
                product.createdAt(),
                product.updatedAt());
    }
}
