package shop.cart.redis;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/// The connections to Redis. With Redisson's own settings a caller would hang for seconds when Redis is gone.
class RedisClient {

    private static final int FEW_THREADS = 4;

    /// So soon a connection that leads nowhere is given up.
    private static final int PING_MILLIS = 2000;

    @Produces
    @ApplicationScoped
    @Unremovable
    RedissonClient redisson(RedisSettings settings) {
        var config = new Config();
        config.setLazyInitialization(true) // The service starts, and says that it is not ready, without Redis.
                .setUseScriptCache(true) // A script travels as its hash; where Redis has lost it, once more as text.
                .setCodec(StringCodec.INSTANCE)
                .setThreads(FEW_THREADS)
                .setNettyThreads(FEW_THREADS);
        var timeout = Math.toIntExact(settings.timeout().toMillis());
        config.useSingleServer()
                .setAddress(settings.url())
                .setTimeout(timeout)
                .setConnectTimeout(timeout)
                .setSubscriptionTimeout(timeout)
                .setRetryAttempts(0)
                .setPingConnectionInterval(PING_MILLIS)
                .setConnectionMinimumIdleSize(settings.connections())
                .setConnectionPoolSize(settings.connections())
                .setSubscriptionConnectionPoolSize(2)
                .setDnsMonitoringInterval(-1);
        return Redisson.create(config);
    }

    void close(@Disposes RedissonClient client) {
        client.shutdown();
    }
}
