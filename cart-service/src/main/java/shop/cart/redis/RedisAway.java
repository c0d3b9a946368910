package shop.cart.redis;

import shop.contracts.event.Batches;

/// Redis did not answer in time; what was asked of it may have happened or not.
public final class RedisAway extends Batches.Unavailable {
    RedisAway(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
