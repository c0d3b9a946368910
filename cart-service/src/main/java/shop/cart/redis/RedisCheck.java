package shop.cart.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Without Redis there are no carts: not ready.
@Readiness
@ApplicationScoped
class RedisCheck implements HealthCheck {

    private static final Call PING = new Call("return {redis.call('PING')['ok']}", List.of());

    private final Redis redis;

    RedisCheck(Redis redis) {
        this.redis = redis;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("redis").status(answers()).build();
    }

    private boolean answers() {
        try {
            redis.run(PING);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
