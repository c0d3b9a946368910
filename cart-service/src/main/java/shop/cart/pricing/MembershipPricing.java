package shop.cart.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import shop.cart.customer.Membership;

/// So many percent off for members; 15 % unless said otherwise.
public record MembershipPricing(
        @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal percent) implements PricingStrategy {

    @JsonCreator
    static MembershipPricing of(@JsonProperty("percent") @Nullable BigDecimal percent) {
        return new MembershipPricing(percent == null ? BigDecimal.valueOf(15) : percent);
    }

    @Override
    public String rule() {
        return "MEMBERSHIP";
    }

    @Override
    public BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer) {
        return buyer.membership() == Membership.MEMBER ? Percent.off(price, percent) : price;
    }
}
