package shop.cart.pricing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// So many percent off during a season, for one category or for all.
///
/// @param from the first moment of it; null where it has begun for ever
/// @param until the first moment after it; null where it does not end
/// @param category of products, as the catalog names it; null for all
@Season
public record SeasonalPricing(
        @Nullable Instant from,
        @Nullable Instant until,
        @Size(min = 1, max = 64) @Nullable String category,
        @NotNull @Percentage BigDecimal percent)
        implements PricingStrategy {

    @Override
    public String rule() {
        return "SEASONAL";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at) {
        return isOnAt(at) && covers(item) ? Percent.off(price, percent) : price;
    }

    private boolean isOnAt(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    private boolean covers(Item item) {
        return category == null || category.equals(item.category());
    }
}
