package shop.cart.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// So many percent off for whoever buys enough of the same product in one order; 10 % from 5 unless said otherwise.
public record BulkPricing(
        @Min(1) int minQuantity, @Percentage BigDecimal percent) implements PricingStrategy {

    @JsonCreator
    static BulkPricing of(
            @JsonProperty("minQuantity") @Nullable Integer minQuantity,
            @JsonProperty("percent") @Nullable BigDecimal percent) {
        return new BulkPricing(
                minQuantity == null ? 5 : minQuantity, percent == null ? BigDecimal.valueOf(10) : percent);
    }

    @Override
    public String rule() {
        return "BULK";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at) {
        return item.quantity() >= minQuantity ? Percent.off(price, percent) : price;
    }
}
