package shop.cart.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import shop.cart.customer.Membership;

/// So many percent off for members; 15 % unless said otherwise.
public record MembershipPricing(@Percentage BigDecimal percent) implements PricingStrategy {

    @JsonCreator
    static MembershipPricing of(@JsonProperty("percent") @Nullable BigDecimal percent) {
        return new MembershipPricing(percent == null ? BigDecimal.valueOf(15) : percent);
    }

    @Override
    public String rule() {
        return "MEMBERSHIP";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at) {
        return buyer.membership() == Membership.MEMBER ? Percent.off(price, percent) : price;
    }
}
