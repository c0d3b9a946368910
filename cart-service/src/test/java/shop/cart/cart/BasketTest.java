package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.cart.cart.CartRefusal.CurrencyMismatch;
import shop.cart.cart.CartRefusal.Discontinued;
import shop.cart.cart.CartRefusal.OutOfStock;
import shop.cart.cart.CartRefusal.TooMany;
import shop.cart.cart.CartRefusal.TooManyLines;
import shop.cart.cart.CartRefusal.UnknownProduct;
import shop.cart.customer.Membership;
import shop.cart.customer.MembershipPeriod;
import shop.cart.pricing.Combine;
import shop.cart.pricing.MembershipPricing;
import shop.cart.pricing.PricingPolicy;
import shop.cart.pricing.RegularPricing;
import shop.cart.product.Product;
import shop.cart.product.Product.Status;
import shop.contracts.Money;

class BasketTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");
    private static final Limits LIMITS = new Limits(2, 10);
    private static final PricingPolicy REGULAR = new PricingPolicy(List.of(new RegularPricing()), Combine.BEST);

    private final Map<String, Product> products = new HashMap<>();

    @Test
    void added_comes_to_what_is_there() {
        sells("BOOK", 5);

        var cart = basket(Cart.fresh().with("BOOK", 2)).add("BOOK", 3, LIMITS);

        assertThat(cart.quantityOf("BOOK")).isEqualTo(5);
    }

    @Test
    void more_than_is_available_is_refused() {
        sells("BOOK", 4);
        var basket = basket(Cart.fresh().with("BOOK", 2));

        assertThatThrownBy(() -> basket.add("BOOK", 3, LIMITS)).isInstanceOfSatisfying(OutOfStock.class, it -> {
            assertThat(it.requested).isEqualTo(5);
            assertThat(it.available).isEqualTo(4);
        });
    }

    @Test
    void limits_hold_whatever_is_added() {
        sells("BOOK", 1_000_000);
        sells("PEN", 10);
        sells("CUP", 10);
        var full = basket(Cart.fresh().with("BOOK", 10).with("PEN", 1));

        assertThatThrownBy(() -> full.add("CUP", 1, LIMITS)).isInstanceOf(TooManyLines.class);
        assertThatThrownBy(() -> full.add("BOOK", 1, LIMITS)).isInstanceOf(TooMany.class);
        assertThatThrownBy(() -> full.add("BOOK", Integer.MAX_VALUE, LIMITS)).isInstanceOf(TooMany.class);
        assertThat(full.add("PEN", 9, LIMITS).quantityOf("PEN")).isEqualTo(10);
    }

    @Test
    void only_what_is_sold_in_the_cart_s_currency_comes_in() {
        sells("BOOK", 5);
        products.put("OLD", product("OLD", Status.DISCONTINUED, "USD", 5));
        products.put("EURO", product("EURO", Status.ACTIVE, "EUR", 5));
        var basket = basket(Cart.fresh().with("BOOK", 1));

        assertThatThrownBy(() -> basket.add("NONE", 1, LIMITS)).isInstanceOf(UnknownProduct.class);
        assertThatThrownBy(() -> basket.add("OLD", 1, LIMITS)).isInstanceOf(Discontinued.class);
        assertThatThrownBy(() -> basket.add("EURO", 1, LIMITS)).isInstanceOf(CurrencyMismatch.class);
    }

    @Test
    void a_cart_with_a_line_that_is_not_sold_has_a_quote_but_cannot_be_bought() {
        sells("BOOK", 5);
        products.put("OLD", product("OLD", Status.DISCONTINUED, "USD", 5));
        var basket = basket(Cart.fresh().with("OLD", 1).with("BOOK", 2));

        assertThat(basket.quote(REGULAR, null, NOW).orElseThrow().total()).isEqualTo(Money.of("20.00", "USD"));
        assertThatThrownBy(() -> basket.quoteOfAll(REGULAR, null, NOW)).isInstanceOf(Discontinued.class);
    }

    @Test
    void a_cart_whose_product_changed_its_currency_has_a_quote_but_cannot_be_bought() {
        sells("BOOK", 5);
        products.put("EURO", product("EURO", Status.ACTIVE, "EUR", 5));
        var basket = basket(Cart.fresh().with("BOOK", 2).with("EURO", 1));

        assertThat(basket.quote(REGULAR, null, NOW).orElseThrow().total()).isEqualTo(Money.of("20.00", "USD"));
        assertThatThrownBy(() -> basket.quoteOfAll(REGULAR, null, NOW)).isInstanceOf(CurrencyMismatch.class);
    }

    @Test
    void a_membership_that_has_ended_gives_no_member_price_though_nobody_told() {
        sells("BOOK", 5);
        var memberOnce = new MembershipPeriod(Membership.MEMBER, null, NOW);
        var basket = new Basket(Cart.fresh().with("BOOK", 1), products, memberOnce, Set.of());
        var policy = new PricingPolicy(List.of(new MembershipPricing(BigDecimal.TEN)), Combine.BEST);

        var justBefore = basket.quoteOfAll(policy, null, NOW.minusMillis(1));
        var then = basket.quoteOfAll(policy, null, NOW);

        assertThat(justBefore.total()).isEqualTo(Money.of("9.00", "USD"));
        assertThat(then.total()).isEqualTo(Money.of("10.00", "USD"));
        assertThat(basket.quote(policy, null, NOW)).contains(then);
    }

    private void sells(String productId, int available) {
        products.put(productId, product(productId, Status.ACTIVE, "USD", available));
    }

    private Basket basket(Cart cart) {
        return new Basket(cart, products, MembershipPeriod.NONE, Set.of());
    }

    private static Product product(String productId, Status status, String currency, int available) {
        return new Product(productId, status, productId, "BOOKS", Money.of("10.00", currency), available);
    }
}
