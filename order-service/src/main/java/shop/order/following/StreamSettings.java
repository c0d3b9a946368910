package shop.order.following;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How many may follow orders on this replica, and for how long.
@ConfigMapping(prefix = "shop.orders.stream")
interface StreamSettings {

    /// How often a stream shows that it is alive, and the history is looked at for what the topic did not bring.
    Duration heartbeat();

    /// How many streams may be open at once.
    int most();

    /// How many events a client may leave unread before its stream ends.
    int mostUnread();

    /// How long one stream stays open.
    Duration longest();

    /// How long a client should wait before it connects again.
    Duration retry();
}
