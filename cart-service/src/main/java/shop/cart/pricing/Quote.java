package shop.cart.pricing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shop.contracts.Money;

/// What some items, at least one, cost now. The totals are the sums of the lines.
public record Quote(List<PricedLine> lines, Money subtotal, Money total) {

    static Quote of(List<PricedLine> lines) {
        return new Quote(lines, sum(lines, PricedLine::subtotal), sum(lines, PricedLine::total));
    }

    public Money discount() {
        return subtotal.minus(total);
    }

    public Optional<PricedLine> line(String productId) {
        return lines.stream().filter(it -> it.productId().equals(productId)).findFirst();
    }

    private static Money sum(List<PricedLine> lines, Function<PricedLine, Money> amount) {
        return lines.stream().map(amount).reduce(Money::plus).orElseThrow();
    }
}
