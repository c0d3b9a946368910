package shop.catalog.product;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;

/// What the merchant says of a product.
///
/// @param popularity the merchant's own measure, higher is more popular
/// @param attributes free facts by name, as `colour` → `silver`
public record ProductDetails(
        String name,
        @Nullable String description,
        @Nullable String brand,
        String category,
        Money price,
        long popularity,
        SortedMap<String, String> attributes) {

    public ProductDetails {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    ProductDetails(
            String name,
            @Nullable String description,
            @Nullable String brand,
            String category,
            Money price,
            long popularity,
            Map<String, String> attributes) {
        this(name, description, brand, category, price, popularity, new TreeMap<>(attributes));
    }
}
