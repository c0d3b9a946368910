package shop.cart.pricing;

import java.util.ArrayList;
import java.util.List;
import shop.contracts.Money;

/// A line with its price, and why: the subtotal less every deduction is the total.
public record PricedLine(Item item, Money subtotal, Money total, List<Deduction> explanation) {

    /// What a rule took off; above zero.
    public record Deduction(String rule, Money amount) {}

    public String productId() {
        return item.productId();
    }

    public Money discount() {
        return subtotal.minus(total);
    }

    /// Rounds where the line stands after each rule, never the amounts: so the last price is the exact one rounded
    /// once, no amount is negative, and the last rule takes what remains.
    static PricedLine of(Item item, List<Combine.Step> steps) {
        var explanation = new ArrayList<Deduction>();
        var price = item.subtotal();
        for (var step : steps) {
            var next = Money.rounded(step.price(), price.currency());
            if (!next.equals(price)) {
                explanation.add(new Deduction(step.rule(), price.minus(next)));
            }
            price = next;
        }
        return new PricedLine(item, item.subtotal(), price, List.copyOf(explanation));
    }
}
