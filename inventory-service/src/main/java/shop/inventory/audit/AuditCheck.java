package shop.inventory.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Audits by schedule: one replica at a time, and not more often than the interval, however many replicas there are.
@ApplicationScoped
class AuditCheck {

    private static final Logger LOG = Logger.getLogger(AuditCheck.class);

    private final Audit audit;
    private final AuditRuns runs;
    private final AuditMetrics metrics;
    private final Duration every;

    AuditCheck(
            Audit audit,
            AuditRuns runs,
            AuditMetrics metrics,
            @ConfigProperty(name = "shop.inventory.audit.every") Duration every) {
        this.audit = audit;
        this.runs = runs;
        this.metrics = metrics;
        this.every = every;
    }

    /// Every replica looks; who finds that it is time audits for all, and all show what the latest audit found. After
    /// one that failed the interval begins anew too: what failed for being long would fail again at once.
    @Scheduled(every = "${shop.inventory.audit.look}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            audit.runIfDue(every);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The scheduled audit failed; the next is due %s after it began", every);
        }
        runs.latest().ifPresent(metrics::show);
    }
}
