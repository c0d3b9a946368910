package shop.cart.pricing;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;

/// So many percent off for what is delivered to a region.
public record RegionalPricing(
        @NotNull @Region String region, @NotNull @Percentage BigDecimal percent) implements PricingStrategy {

    @Override
    public String rule() {
        return "REGIONAL";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at) {
        return region.equals(buyer.region()) ? Percent.off(price, percent) : price;
    }
}
