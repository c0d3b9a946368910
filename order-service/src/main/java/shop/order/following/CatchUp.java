package shop.order.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jboss.logging.Logger;
import shop.contracts.sql.DatabaseRefused;

/// Tells followers what they have missed.
@ApplicationScoped
class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Followers followers;
    private final FollowedHistory history;

    CatchUp(Followers followers, FollowedHistory history) {
        this.followers = followers;
        this.history = history;
    }

    /// Now or, where the database refuses, with the next heartbeat.
    void bring(Collection<Follower> those) {
        try {
            for (var event : history.missedBy(those)) {
                followers.of(event.orderId()).forEach(it -> it.tell(event));
            }
        } catch (DatabaseRefused e) {
            LOG.warnf("What followers have missed waits for the next heartbeat: %s", e);
        }
    }
}
