package shop.catalog.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.Batches;
import shop.contracts.sql.DatabaseRefused;

/// Looks after the index on every replica: where it is missing, not whole or of an older definition, or where somebody
/// was stopped who rebuilt it, the replica that sees it first rebuilds it.
@ApplicationScoped
class IndexCare {

    private static final Logger LOG = Logger.getLogger(IndexCare.class);
    private static final Duration UNTIL_IT_ENDS = Duration.ofSeconds(5);

    private final ProductIndices indices;
    private final IndexRebuilds rebuilds;
    private final RebuildIndex rebuild;
    private final RebuildSettings settings;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private volatile boolean stopping;

    IndexCare(ProductIndices indices, IndexRebuilds rebuilds, RebuildIndex rebuild, RebuildSettings settings) {
        this.indices = indices;
        this.rebuilds = rebuilds;
        this.rebuild = rebuild;
        this.settings = settings;
    }

    /// Begins a rebuild here; false where one runs, here or on another replica.
    boolean rebuild() {
        return begin(Duration.ZERO);
    }

    @Scheduled(every = "{shop.search.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            var mine = running.get();
            if (mine != null) {
                renew(mine);
            } else if (rebuilds.isAbandoned() || !indices.areUpToDate()) {
                begin(settings.pause());
            }
        } catch (IndexAway | DatabaseRefused e) {
            LOG.debugf("Cannot look after the index yet: %s", e.getMessage());
        }
    }

    /// Whoever looks next, here after a restart or on another replica, begins anew what is not done.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        var mine = running.get();
        if (mine != null) {
            mine.thread().interrupt();
            mine.thread().join(UNTIL_IT_ENDS);
        }
    }

    private boolean begin(Duration pause) {
        var claim = rebuilds.claim(indices.nextName(), pause);
        claim.ifPresent(it -> {
            var thread = Thread.ofPlatform().name("index-rebuild").daemon().unstarted(() -> run(it));
            running.set(new Running(it, thread));
            thread.start();
        });
        return claim.isPresent();
    }

    private void renew(Running mine) {
        if (!rebuilds.renew(mine.claim())) {
            mine.thread().interrupt();
        }
    }

    private void run(RebuildClaim claim) {
        try {
            LOG.infof("Rebuilds the index as %s", claim.index());
            rebuild.run(claim);
            Batches.untilItPasses(() -> complete(claim));
            LOG.infof("Index %s is whole and serves", claim.index());
        } catch (RuntimeException e) {
            giveUp(claim, e);
        } finally {
            running.updateAndGet(it -> it == null || it.claim() == claim ? null : it); // The next may have begun.
        }
    }

    private boolean complete(RebuildClaim claim) {
        rebuilds.complete(claim);
        return true;
    }

    private void giveUp(RebuildClaim claim, RuntimeException reason) {
        try {
            if (!rebuilds.renew(claim)) {
                LOG.warnf("Another one rebuilds the index, and not as %s", claim.index());
            } else if (stopping) {
                rebuilds.release(claim);
            } else {
                LOG.warnf(reason, "Could not rebuild the index as %s", claim.index());
                deleteHalfBuilt();
                rebuilds.fail(claim, String.valueOf(reason.getMessage()));
            }
        } catch (DatabaseRefused e) {
            LOG.warnf("Could not tell that the rebuild of %s ended: %s", claim.index(), e.getMessage());
        }
    }

    private void deleteHalfBuilt() {
        try {
            indices.deleteOthers();
        } catch (IndexAway e) {
            LOG.debugf("The next rebuild deletes what this one built: %s", e.getMessage());
        }
    }

    private record Running(RebuildClaim claim, Thread thread) {}
}
