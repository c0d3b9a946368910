package shop.cart.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.cart.cart.Cart;
import shop.cart.cart.CartLine;

class CheckoutIdsTest {

    private final Cart cart = new Cart("cart", 3, 0, List.of(new CartLine("BOOK", 1)), null, null);

    @Test
    void a_key_gives_each_customer_one_id_for_ever() {
        var id = CheckoutIds.of("alice", "key");

        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        assertThat(id).isEqualTo("5a6745fb-47ea-54e3-ba8d-b0e4b9a06aa4");
        assertThat(CheckoutIds.of("alice", "key 2")).isNotEqualTo(id);
        assertThat(CheckoutIds.of("bob", "key")).isNotEqualTo(id);
    }

    @Test
    void without_a_key_each_attempt_at_each_version_of_a_cart_is_another_checkout() {
        var id = CheckoutIds.of("alice", cart);

        assertThat(id).isEqualTo(CheckoutIds.of("alice", cart));
        assertThat(CheckoutIds.of("bob", cart)).isNotEqualTo(id);
        assertThat(CheckoutIds.of("alice", cart.checkingOut("order").rejected("order")))
                .isNotEqualTo(id);
    }
}
