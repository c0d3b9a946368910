package shop.cart.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What becomes of several strategies in force.
public enum Combine {
    /// Each line gets the one that is best for the customer; of equals the first.
    BEST {
        @Override
        List<Step> steps(List<PricingStrategy> strategies, Item item, Buyer buyer, Instant at) {
            return strategies.stream()
                    .map(it -> step(it, item, item.subtotal().amount(), buyer, at))
                    .min(Comparator.comparing(Step::price))
                    .stream()
                    .toList();
        }
    },
    /// All apply, in the policy's order, each to what the one before left.
    STACK {
        @Override
        List<Step> steps(List<PricingStrategy> strategies, Item item, Buyer buyer, Instant at) {
            var steps = new ArrayList<Step>(strategies.size());
            var price = item.subtotal().amount();
            for (var strategy : strategies) {
                var step = step(strategy, item, price, buyer, at);
                steps.add(step);
                price = step.price();
            }
            return steps;
        }
    };

    abstract List<Step> steps(List<PricingStrategy> strategies, Item item, Buyer buyer, Instant at);

    /// No strategy makes a line dearer, or its price negative.
    private static Step step(PricingStrategy strategy, Item item, BigDecimal price, Buyer buyer, Instant at) {
        var next = strategy.priceOf(item, price, buyer, at);
        return new Step(strategy.rule(), next.min(price).max(BigDecimal.ZERO));
    }

    /// The exact price of a line after a rule.
    record Step(String rule, BigDecimal price) {}
}
