package shop.cart.checkout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How patient a checkout is.
@ConfigMapping(prefix = "shop.checkout")
interface CheckoutSettings {

    /// So long a customer waits for the order before the answer is 202.
    @WithDefault("500ms")
    Duration waiting();

    /// So long the broker may take to acknowledge before the answer is 503.
    @WithDefault("2s")
    Duration acknowledged();

    /// Stock is not reserved later than this after the request.
    @WithDefault("5m")
    Duration expiry();

    /// How long a checkout can be looked at after its end.
    @WithDefault("24h")
    Duration kept();

    /// Without an outcome so long after it began, it is told a second time: whoever took it down may have died, or
    /// not have heard from Redis, before it could tell.
    @WithDefault("3s")
    Duration doubted();

    /// Without an outcome for so long after that, it is told again.
    @WithDefault("30s")
    Duration toldAgain();

    /// How often a replica looks for checkouts to be told again.
    @WithDefault("5s")
    Duration lookEvery();

    /// A checkout of the emptied cart so soon after it became an order is a repeat of that one: somebody clicked twice.
    @WithDefault("1s")
    Duration doubleClick();
}
