package shop.catalog.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shop.contracts.Id;
import shop.contracts.Text;

/// A review as a customer sends it.
///
/// @param rating 1 to 5 stars
public record ReviewBody(
        @NotNull @Id String customerId,
        @NotNull @Min(1) @Max(5) Integer rating,
        @Size(max = 200) @Text @Nullable String title,
        @Size(max = 10_000) @Text @Nullable String text) {

    /// The customer's first review of a product.
    Review first(String productId, Instant now) {
        return new Review(productId, customerId, rating, textOrNull(title), textOrNull(text), now, now);
    }

    /// The customer's review from now on: the one before, where that says the same.
    Review instead(Review before, Instant now) {
        var title = textOrNull(this.title);
        var text = textOrNull(this.text);
        return before.says(rating, title, text)
                ? before
                : new Review(before.productId(), customerId, rating, title, text, before.createdAt(), now);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
