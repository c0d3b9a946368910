package shop.catalog.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What the reviews of a product say: the sum of their stars (1 to 5 each) and how many there are.
public record Rating(long sum, int count) {

    public static final Rating NONE = new Rating(0, 0);

    /// The rating with one more review, of so many stars.
    public Rating plus(int stars) {
        return new Rating(sum + stars, count + 1);
    }

    /// The rating without one of its reviews, which had so many stars.
    public Rating minus(int stars) {
        return new Rating(sum - stars, count - 1);
    }

    /// Stars on average with two decimals, or null where nobody has reviewed.
    public @Nullable BigDecimal average() {
        return count == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_EVEN);
    }
}
