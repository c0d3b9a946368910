package shop.cart.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where Redis is, and how long it may take before it counts as away.
@ConfigMapping(prefix = "shop.redis")
interface RedisSettings {

    @WithDefault("redis://127.0.0.1:6379")
    String url();

    /// For one command or pipeline, and for connecting. Twice as long must stay below the second within which a
    /// customer is told, but a busy Redis is not to be taken for one that is gone.
    @WithDefault("400ms")
    Duration timeout();

    /// All are open from the start; further commands wait for one.
    @WithDefault("32")
    int connections();

    /// So long a command waits for a connection. Longer than for an answer: many at once are no sign that Redis is
    /// away, and where it is, those who wait hear so with the first answers that do not come.
    @WithDefault("2s")
    Duration patience();

    /// While Redis does not answer every call fails at once, but for one that tries it so often.
    @WithDefault("100ms")
    Duration probe();
}
