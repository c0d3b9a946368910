package shop.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product as a page of results shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundProduct(
        String productId,
        String name,
        @Nullable String brand,
        String category,
        String price,
        String currency,
        long popularity,
        @Nullable BigDecimal rating,
        int reviewCount,
        boolean inStock,
        List<String> inStockRegions,
        @Nullable List<String> soldIn) {}
