package shop.inventory.reservation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// `shop.inventory.locks.*`.
@ConfigMapping(prefix = "shop.inventory.locks")
interface LockSettings {

    /// Without, row locks alone go on, and Redis is not asked.
    boolean enabled();

    /// To how many locks the products hash; 0 is a lock for each product.
    int buckets();

    /// For how long a batch waits for all its locks together; then it goes on without.
    Duration await();

    /// After this a lock is free, whatever became of its holder.
    Duration lease();

    /// For how long Redis is left alone after it failed.
    Duration pause();
}
