package shop.cart.pricing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Which strategies are in force, and what becomes of several.
public record PricingPolicy(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid PricingStrategy> strategies,
        @NotNull Combine combine) {

    /// The price of at least one item, all in one currency.
    public Quote quote(List<Item> items, Buyer buyer) {
        return Quote.of(items.stream()
                .map(it -> PricedLine.of(it, combine.steps(strategies, it, buyer)))
                .toList());
    }
}
