package shop.cart.redis;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Without Redis there are no carts: not ready. One that may lose carts serves, and is told of.
@Readiness
@ApplicationScoped
class RedisCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(RedisCheck.class);

    private final Redis redis;
    private final AtomicBoolean warned = new AtomicBoolean();

    RedisCheck(Redis redis) {
        this.redis = redis;
    }

    /// Opens the connections, too, before the first customer comes.
    void start(@Observes StartupEvent event) {
        var _ = call();
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("redis");
        try {
            var durability = Durability.of(redis.run(Durability.LOOK));
            warnOnce(durability);
            return check.up()
                    .withData("appendOnly", durability.appendOnly())
                    .withData("eviction", durability.eviction())
                    .withData("degraded", durability.isDegraded())
                    .build();
        } catch (RuntimeException _) {
            return check.down().build();
        }
    }

    private void warnOnce(Durability durability) {
        if (durability.isDegraded() && warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "Redis may lose carts: aof_enabled=%s, maxmemory_policy=%s; set appendonly yes and noeviction",
                    durability.appendOnly(), durability.eviction());
        }
    }
}
