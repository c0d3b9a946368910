package shop.cart.cart;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long a cart lives and how large it may become.
@ConfigMapping(prefix = "shop.cart")
public interface CartSettings {

    /// Without a change for so long, the customer is told that the cart is about to expire.
    @WithDefault("23h")
    Duration expiring();

    /// How often a replica looks for carts that expire.
    @WithDefault("10s")
    Duration lookEvery();

    /// A cart that was taken to be told of, and was not, is taken again after so long.
    @WithDefault("30s")
    Duration toldAgain();

    /// Without a change for so long, a cart is gone.
    @WithDefault("24h")
    Duration idle();

    @WithDefault("100")
    int maxLines();

    /// Of one product.
    @WithDefault("999")
    int maxQuantity();

    /// How long an Idempotency-Key stands for its first request.
    @WithDefault("24h")
    Duration idempotency();

    default Limits limits() {
        return new Limits(maxLines(), maxQuantity());
    }
}
