package shop.cart.checkout;

import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import shop.cart.pricing.Region;
import shop.contracts.Id;

/// How the customer wants to buy the cart.
///
/// @param expectedTotal what the customer was shown; another total is refused
/// @param region where it is to be delivered, for the price and the choice of the warehouse
/// @param addressId one of the customer's addresses
/// @param paymentMethod as CARD; order service knows which there are
record CheckoutRequest(
        @Pattern(regexp = "\\d{1,15}(\\.\\d{1,4})?", message = "must be a decimal number like 999.99") @Nullable
        String expectedTotal,

        @Region @Nullable String region,
        @Id @Nullable String addressId,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}", message = "must be a payment method like CARD or BANK_TRANSFER")
        @Nullable
        String paymentMethod) {

    static final CheckoutRequest PLAIN = new CheckoutRequest(null, null, null, null);

    boolean expects(BigDecimal total) {
        return expectedTotal == null || new BigDecimal(expectedTotal).compareTo(total) == 0;
    }

    /// The same for the same request. Without a payment method it is as it was before there were any, as texts of then
    /// are still kept; what begins with a capital begins with a payment method.
    String text() {
        var text = "%s %s %s".formatted(expectedTotal, addressId, region);
        return paymentMethod == null ? text : paymentMethod + " " + text;
    }
}
