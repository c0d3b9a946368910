package shop.order.following;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Who follows which order on this replica.
@ApplicationScoped
class Followers {

    private final int most;
    private final ConcurrentHashMap<UUID, Set<Follower>> byOrder = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopped;

    Followers(StreamSettings settings, MeterRegistry metrics) {
        this.most = settings.most();
        metrics.gauge("order.streams.open", open);
    }

    /// Takes somebody in, and says whether there is still room.
    boolean add(Follower follower) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return false;
        }
        byOrder.compute(follower.orderId(), (_, those) -> {
            var followers = those == null ? ConcurrentHashMap.<Follower>newKeySet() : those;
            followers.add(follower);
            return followers;
        });
        if (stopped) {
            remove(follower);
        }
        return !stopped;
    }

    void remove(Follower follower) {
        byOrder.computeIfPresent(follower.orderId(), (_, those) -> {
            if (those.remove(follower)) {
                open.decrementAndGet();
            }
            return those.isEmpty() ? null : those;
        });
    }

    Collection<Follower> of(UUID orderId) {
        return byOrder.getOrDefault(orderId, Set.of());
    }

    List<Follower> all() {
        return byOrder.values().stream().flatMap(Set::stream).toList();
    }

    /// Stopping would otherwise wait for streams that end by themselves only after an hour.
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        all().forEach(Follower::close);
    }
}
