package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.cart.cart.CartRefusal.CheckoutInFlight;
import shop.cart.cart.CartRefusal.CurrencyMismatch;
import shop.cart.cart.Merging.Adjusted;
import shop.cart.cart.Merging.Merged;
import shop.cart.cart.Merging.Reason;
import shop.cart.cart.Merging.Strategy;
import shop.cart.customer.MembershipPeriod;
import shop.cart.product.Product;
import shop.contracts.Money;

class MergingTest {

    private final Map<String, Product> products = new HashMap<>();
    private final Cart guest = Cart.fresh().with("BOOK", 3).with("PEN", 2);

    MergingTest() {
        sells("BOOK", "USD", 100);
        sells("PEN", "USD", 100);
    }

    @Test
    void quantities_of_both_are_summed_in_one_change() {
        var mine = Cart.fresh().with("BOOK", 1);

        var merged = merge(mine, guest, Strategy.MERGE);

        assertThat(merged.cart().lines()).containsExactly(new CartLine("BOOK", 4), new CartLine("PEN", 2));
        assertThat(merged.cart().version()).isEqualTo(mine.version() + 1);
        assertThat(merged.adjusted()).isEmpty();
    }

    @Test
    void the_customer_may_keep_the_lines_of_either() {
        var mine = Cart.fresh().with("BOOK", 1);

        assertThat(merge(mine, guest, Strategy.KEEP_FROM).cart().lines()).isEqualTo(guest.lines());
        assertThat(merge(mine, guest, Strategy.KEEP_MINE).cart()).isSameAs(mine);
    }

    @Test
    void what_does_not_fit_is_left_out_and_said() {
        sells("BOOK", "USD", 2);
        var other = Cart.fresh().with("PEN", 9).with("BOOK", 3).with("OLD", 1);

        var merged = merge(Cart.fresh().with("PEN", 8), other, Strategy.MERGE);

        assertThat(merged.cart().lines()).containsExactly(new CartLine("PEN", 10), new CartLine("BOOK", 2));
        assertThat(merged.adjusted())
                .containsExactly(
                        new Adjusted("PEN", 17, 10, Reason.QUANTITY_LIMIT),
                        new Adjusted("BOOK", 3, 2, Reason.OUT_OF_STOCK),
                        new Adjusted("OLD", 1, 0, Reason.NOT_SOLD));
    }

    @Test
    void nobody_loses_what_they_had_to_a_merge() {
        sells("BOOK", "USD", 1);
        var mine = Cart.fresh().with("BOOK", 4);

        assertThat(merge(mine, Cart.fresh().with("BOOK", 1), Strategy.MERGE).cart())
                .isSameAs(mine);
    }

    @Test
    void another_currency_and_a_checkout_in_flight_are_refused() {
        sells("EURO", "EUR", 9);
        var mine = Cart.fresh().with("BOOK", 1);

        assertThatThrownBy(() -> merge(mine, Cart.fresh().with("EURO", 1), Strategy.MERGE))
                .isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> merge(mine, guest.checkingOut("order"), Strategy.KEEP_MINE))
                .isInstanceOf(CheckoutInFlight.class);
        assertThatThrownBy(() -> merge(mine.checkingOut("order"), guest, Strategy.KEEP_FROM))
                .isInstanceOf(CheckoutInFlight.class);
    }

    private Merged merge(Cart mine, Cart from, Strategy strategy) {
        var basket = new Basket(mine, products, MembershipPeriod.NONE, Set.of());
        return new Merging(basket, from, new Limits(2, 10)).by(strategy);
    }

    private void sells(String productId, String currency, int available) {
        products.put(
                productId,
                new Product(
                        productId, Product.Status.ACTIVE, productId, "BOOKS", Money.of("10.00", currency), available));
    }
}
