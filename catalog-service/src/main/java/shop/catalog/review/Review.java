package shop.catalog.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer thinks of a product.
///
/// @param rating 1 to 5 stars
/// @param updatedAt when the customer last changed it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        String productId,
        String customerId,
        int rating,
        @Nullable String title,
        @Nullable String text,
        Instant createdAt,
        Instant updatedAt) {

    /// Whether it says the same; when does not matter.
    boolean says(int rating, @Nullable String title, @Nullable String text) {
        return equals(new Review(productId, customerId, rating, title, text, createdAt, updatedAt));
    }
}
