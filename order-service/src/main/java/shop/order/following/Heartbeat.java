package shop.order.following;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Keeps the open streams alive, finds those that are not, and brings what the topic did not.
@ApplicationScoped
class Heartbeat {

    private final Followers followers;
    private final CatchUp catchUp;
    private final Clock clock;

    Heartbeat(Followers followers, CatchUp catchUp, Clock clock) {
        this.followers = followers;
        this.catchUp = catchUp;
        this.clock = clock;
    }

    @Scheduled(every = "{shop.orders.stream.heartbeat}", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        var now = clock.instant();
        var all = followers.all();
        all.forEach(it -> it.beat(now));
        all.stream().filter(it -> !it.isOpen()).forEach(followers::remove);
        catchUp.bring(all.stream().filter(Follower::isOpen).toList());
    }
}
