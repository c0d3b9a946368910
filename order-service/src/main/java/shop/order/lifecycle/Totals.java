package shop.order.lifecycle;

import java.util.Currency;
import shop.contracts.Money;

/// What an order costs: `subtotal` before and `total` after the `discount`, all in one currency.
public record Totals(Money subtotal, Money discount, Money total) {

    /// Throws where the customer would be paid for buying. That the sums are right is the promise of the cart.
    public Totals {
        if (total.isNegative()) {
            throw new IllegalArgumentException("total is negative");
        }
    }

    public static Totals of(String subtotal, String discount, String total, String currency) {
        return new Totals(Money.of(subtotal, currency), Money.of(discount, currency), Money.of(total, currency));
    }

    public Currency currency() {
        return total.currency();
    }
}
