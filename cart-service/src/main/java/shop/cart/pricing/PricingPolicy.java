package shop.cart.pricing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which strategies are in force, and what becomes of several.
@Schema(example = """
        {"strategies": [
          {"type": "REGULAR"},
          {"type": "BULK", "minQuantity": 5, "percent": 10},
          {"type": "MEMBERSHIP", "percent": 15},
          {"type": "SEASONAL", "from": "2026-11-27T00:00:00Z", "until": "2026-12-01T00:00:00Z",
           "category": "BOOKS", "percent": 20},
          {"type": "REGIONAL", "region": "EU", "percent": 2.5}
        ], "combine": "BEST"}
        """)
public record PricingPolicy(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid PricingStrategy> strategies,
        @NotNull Combine combine) {

    /// The price of at least one item, each of another product, all in one currency.
    ///
    /// One product on two lines would be priced as two smaller quantities, so it is a fault of the caller's.
    public Quote quote(List<Item> items, Buyer buyer, Instant at) {
        requireOneLinePerProduct(items);
        return Quote.of(items.stream()
                .map(it -> PricedLine.of(it, combine.steps(strategies, it, buyer, at)))
                .toList());
    }

    private static void requireOneLinePerProduct(List<Item> items) {
        var seen = new HashSet<String>();
        for (var item : items) {
            if (!seen.add(item.productId())) {
                throw new IllegalArgumentException("%s stands on two lines".formatted(item.productId()));
            }
        }
    }
}
