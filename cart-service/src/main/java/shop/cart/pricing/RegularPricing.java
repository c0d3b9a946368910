package shop.cart.pricing;

import java.math.BigDecimal;
import java.time.Instant;

/// Unit price times quantity.
public record RegularPricing() implements PricingStrategy {

    @Override
    public String rule() {
        return "REGULAR";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at) {
        return price;
    }
}
