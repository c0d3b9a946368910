package shop.cart.cart;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import shop.contracts.Money;

/// So many of a product, once per product and cart.
///
/// @param seen the unit price that the customer last saw confirmed, as `9.99 USD`; null in carts of before it was kept
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CartLine(
        String productId, int quantity, @Nullable String seen) {

    @JsonCreator
    public CartLine(
            @JsonProperty("productId") String productId,
            @JsonProperty("quantity") int quantity,
            @JsonProperty("seen") @Nullable String seen) {
        this.productId = productId;
        this.quantity = quantity;
        this.seen = seen;
    }

    public CartLine(String productId, int quantity) {
        this(productId, quantity, null);
    }

    static String seen(Money price) {
        return price.text() + " " + price.currency().getCurrencyCode();
    }
}
