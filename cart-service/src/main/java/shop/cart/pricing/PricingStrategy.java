package shop.cart.pricing;

import java.math.BigDecimal;
import java.time.Instant;

/// A rule that makes a line cheaper. The extension point of pricing: write one, name it in [StrategyTypes], and the
/// policy can put it in force while the shop runs.
public interface PricingStrategy {

    /// What explanations call it.
    String rule();

    /// The line's exact new price, not rounded; `price` itself where the rule does not apply.
    ///
    /// @param price what the line costs so far
    /// @param at the moment of the quote
    BigDecimal priceOf(Item item, BigDecimal price, Buyer buyer, Instant at);
}
