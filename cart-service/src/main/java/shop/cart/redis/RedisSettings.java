package shop.cart.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where Redis is, and how long it may take before it counts as away.
@ConfigMapping(prefix = "shop.redis")
interface RedisSettings {

    @WithDefault("redis://127.0.0.1:6379")
    String url();

    /// For one command or pipeline, and for connecting.
    @WithDefault("200ms")
    Duration timeout();

    @WithDefault("32")
    int connections();
}
