package shop.catalog.product;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;
import shop.contracts.Text;

/// A product as a merchant sends it: the body of a request, or a line of an import.
///
/// @param productId the merchant's SKU; an import must say it, a single request may leave it to us
/// @param price a decimal string in the currency's own scale, as `"999.99"`
@PriceInCurrency
public record ProductBody(
        @NotNull(groups = Imported.class) @ProductId @Nullable
        String productId,

        @NotBlank @Size(max = 300) @Text String name,
        @Size(max = 10_000) @Text @Nullable String description,
        @Size(max = 100) @Text @Nullable String brand,
        @NotNull @Size(max = 40) @Text String category,
        @NotNull String price,
        @NotNull String currency,
        @PositiveOrZero @Max(1_000_000_000_000L) @Nullable Long popularity,

        @Size(max = 50) @Nullable
        Map<@NotBlank @Size(max = 100) @Text String, @NotNull @Size(max = 1000) @Text String> attributes) {

    /// The validation group of what only a line of an import must have.
    public interface Imported {}

    public ProductDetails details() {
        return new ProductDetails(
                name.strip(),
                textOrNull(description),
                textOrNull(brand),
                category,
                Money.of(price, currency),
                Objects.requireNonNullElse(popularity, 0L),
                Objects.requireNonNullElse(attributes, Map.of()));
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
