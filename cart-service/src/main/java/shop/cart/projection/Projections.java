package shop.cart.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    /// One rebuild runs and one waits; a third would do what the second does.
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("rebuild").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

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

    /// Begins a rebuild, after the one that is under way on this replica if there is one: that may have passed by what
    /// the caller wants mended.
    Rebuild rebuild() {
        var begun = Rebuild.begunAt(clock.instant());
        if (isIdle()) {
            marks.tell(begun);
        }
        thread.execute(this::run);
        return begun;
    }

    @Scheduled(every = "{shop.projections.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (isIdle() && !marks.areWhole()) {
                thread.execute(this::run);
            }
        } catch (RedisAway e) {
            LOG.debugf("Cannot look after the views yet: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private boolean isIdle() {
        return thread.getActiveCount() == 0 && thread.getQueue().isEmpty();
    }

    private void run() {
        try {
            rebuild.run();
        } catch (RuntimeException e) {
            LOG.warnf("The end of a rebuild could not be told: %s", e.getMessage());
        }
    }
}
