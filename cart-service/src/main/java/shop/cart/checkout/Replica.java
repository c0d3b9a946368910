package shop.cart.checkout;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import shop.cart.json.Json;
import shop.cart.redis.Redis;
import shop.cart.redis.RedisAway;
import shop.contracts.Ids;

/// This replica, and the Redis channel on which others pass it the outcomes that its customers wait for.
///
/// What is passed can get lost; whoever waits looks at the checkout itself before giving up.
@ApplicationScoped
class Replica {

    /// The channel of a replica is this and its id.
    static final String CHANNEL = "checkout-outcomes:";

    private static final Logger LOG = Logger.getLogger(Replica.class);

    private final String id = Ids.next().toString();
    private final Redis redis;
    private final Waiters waiters;
    private final Json json;
    private volatile boolean listening;

    Replica(Redis redis, Waiters waiters, Json json) {
        this.redis = redis;
        this.waiters = waiters;
        this.json = json;
    }

    String id() {
        return id;
    }

    /// Begins as soon as Redis is there; from then on Redisson listens again by itself after every break.
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void listen() {
        if (listening) {
            return;
        }
        try {
            redis.listen(CHANNEL + id, this::hear);
            listening = true;
        } catch (RedisAway e) {
            LOG.debugf("Not listening yet: %s", e.getMessage());
        }
    }

    private void hear(String message) {
        var settled = json.read(message, Settled.class);
        waiters.tell(settled.checkoutId(), settled.outcome());
    }

    /// What replicas pass to one another.
    record Settled(String checkoutId, Outcome outcome) {}
}
