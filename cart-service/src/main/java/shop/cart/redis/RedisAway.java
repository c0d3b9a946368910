package shop.cart.redis;

import shop.contracts.event.Batches;

/// Redis did not answer in time; what was asked of it may have happened or not.
public final class RedisAway extends Batches.Unavailable {
    RedisAway(String reason) {
        super("Redis does not answer: " + reason, null);
    }

    /// While Redis is away every call ends here; one line in the log says as much as a page would.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
