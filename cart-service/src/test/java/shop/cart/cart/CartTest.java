package shop.cart.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:15:30Z");

    private final Cart cart = Cart.fresh().with("BOOK", 3).with("PEN", 1);

    @Test
    void every_change_is_a_new_version_of_the_same_cart() {
        var changed = cart.with("BOOK", 5);

        assertThat(changed.version()).isEqualTo(cart.version() + 1);
        assertThat(changed.cartId()).isEqualTo(cart.cartId());
        assertThat(cart.quantityOf("BOOK")).isEqualTo(3);
        assertThat(changed.quantityOf("BOOK")).isEqualTo(5);
    }

    @Test
    void nothing_changes_where_there_is_nothing_to_change() {
        assertThat(cart.without("CUP")).isSameAs(cart);
        assertThat(Cart.fresh().emptied().version()).isZero();
        assertThat(cart.rejected("another")).isSameAs(cart);
        assertThat(cart.placed("another", Map.of("BOOK", 3), NOW)).isSameAs(cart);
    }

    @Test
    void an_order_takes_out_what_was_bought_and_leaves_what_was_added_meanwhile() {
        var added = cart.checkingOut("order").with("BOOK", 4).with("CUP", 2);

        var after = added.placed("order", Map.of("BOOK", 3, "PEN", 1), NOW);

        assertThat(after.lines()).containsExactly(new CartLine("BOOK", 1), new CartLine("CUP", 2));
        assertThat(after.pendingCheckout()).isNull();
        assertThat(after.cartId()).isEqualTo(cart.cartId());
    }

    @Test
    void an_order_takes_out_no_more_than_there_is() {
        var fewer = cart.checkingOut("order").with("BOOK", 1).without("PEN");

        var after = fewer.placed("order", Map.of("BOOK", 3, "PEN", 1), NOW);

        assertThat(after.lines()).isEmpty();
    }

    @Test
    void a_cart_that_was_bought_is_followed_by_a_new_one() {
        var after = cart.checkingOut("order").placed("order", Map.of("BOOK", 3, "PEN", 1), NOW);

        assertThat(after.cartId()).isNotEqualTo(cart.cartId());
        assertThat(after.placed()).isEqualTo(new Cart.Placed("order", NOW));
    }

    @Test
    void an_outcome_that_comes_twice_changes_the_cart_once() {
        var bought = Map.of("BOOK", 2);
        var once = cart.checkingOut("order").placed("order", bought, NOW);

        var twice = once.placed("order", bought, NOW);

        assertThat(twice).isSameAs(once);
        assertThat(twice.quantityOf("BOOK")).isEqualTo(1);
    }

    @Test
    void a_rejected_checkout_leaves_the_lines_and_counts_an_attempt() {
        var after = cart.checkingOut("order").rejected("order");

        assertThat(after.lines()).isEqualTo(cart.lines());
        assertThat(after.pendingCheckout()).isNull();
        assertThat(after.attempt()).isEqualTo(cart.attempt() + 1);
    }
}
