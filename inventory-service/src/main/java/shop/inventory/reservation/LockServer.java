package shop.inventory.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/// The Redis that keeps the locks. It is a helper: nothing here may wait for it long, not even the start.
class LockServer {

    private static final int ANSWER_WITHIN_MILLIS = 200;
    private static final int CONNECTIONS = 8;

    @Produces
    @ApplicationScoped
    RedissonClient client(@ConfigProperty(name = "shop.redis.url") String url) {
        var config = new Config();
        config.setLazyInitialization(true);
        config.setThreads(2);
        config.setNettyThreads(2);
        config.useSingleServer()
                .setAddress(url)
                .setTimeout(ANSWER_WITHIN_MILLIS)
                .setConnectTimeout(ANSWER_WITHIN_MILLIS)
                .setRetryAttempts(0)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(CONNECTIONS);
        return Redisson.create(config);
    }

    void close(@Disposes RedissonClient client) {
        client.shutdown();
    }
}
