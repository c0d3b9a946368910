package shop.cart.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much a replica takes on at a time. What is beyond waits a moment, and what is beyond that is answered 503.
@ConfigMapping(prefix = "shop.load")
interface LoadSettings {

    /// All requests at once. It bounds memory: one that waits for a checkout's outcome costs some ten kilobytes, and no
    /// connection to Redis, so there may be thousands.
    @WithDefault("3000")
    int requests();

    /// Changes of carts and policy at once. It bounds how many queue for the connections to Redis: these are done long
    /// before Redis' time is up, even at a thousand a second.
    @WithDefault("300")
    int changes();

    /// Readers at once; they give way to all others.
    @WithDefault("200")
    int reads();

    /// So many requests of each kind wait for a place.
    @WithDefault("300")
    int queue();

    /// So long a request waits for a place.
    @WithDefault("250ms")
    Duration patience();

    /// When more than one checkout in twenty takes longer from its request to its outcome, fewer are let in.
    @WithDefault("1s")
    Duration checkoutP95();

    /// The lag: never are more checkouts of this replica without an outcome.
    @WithDefault("2000")
    int checkoutLag();

    /// So many may be without an outcome, however slow they are: how else would the replica see them become quick?
    @WithDefault("50")
    int checkoutMin();

    /// So many checkouts wait to be let in.
    @WithDefault("200")
    int checkoutQueue();

    /// So long a checkout waits to be let in.
    @WithDefault("500ms")
    Duration checkoutPatience();

    /// A checkout without an outcome for so long takes no place any more: what was to be heard of it may be lost.
    @WithDefault("30s")
    Duration checkoutLost();
}
