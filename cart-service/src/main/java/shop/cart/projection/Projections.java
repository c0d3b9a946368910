package shop.cart.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import shop.cart.redis.RedisAway;

/// The views of this service, whole or being rebuilt. Every replica looks after them: where their mark is missing, as
/// Redis came back empty, it rebuilds them.
@ApplicationScoped
public class Projections {

    private static final Logger LOG = Logger.getLogger(Projections.class);

    private final RebuildProjections rebuild;
    private final Marks marks;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());

    Projections(RebuildProjections rebuild, Marks marks, Clock clock) {
        this.rebuild = rebuild;
        this.marks = marks;
        this.clock = clock;
    }

    /// Whether what is not found does not exist. A round trip; false where Redis does not answer.
    public boolean areWhole() {
        try {
            return marks.areWhole();
        } catch (RedisAway _) {
            return false;
        }
    }

    /// Begins a rebuild unless this replica has one under way, and tells how it stands.
    Rebuild rebuild() {
        if (running.get()) {
            return marks.last();
        }
        var begun = Rebuild.begunAt(clock.instant());
        marks.tell(begun);
        start();
        return begun;
    }

    @Scheduled(every = "{shop.projections.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (!running.get() && !marks.areWhole()) {
                start();
            }
        } catch (RedisAway e) {
            LOG.debugf("Cannot look after the views yet: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    private void run() {
        try {
            rebuild.run();
        } catch (RuntimeException e) {
            LOG.warnf("The end of a rebuild could not be told: %s", e.getMessage());
        } finally {
            running.set(false);
        }
    }
}
