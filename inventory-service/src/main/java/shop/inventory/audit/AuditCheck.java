package shop.inventory.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Audits by schedule: one replica at a time, and not more often than the interval, however many replicas there are.
@ApplicationScoped
class AuditCheck {

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

    /// Every replica looks; who finds that it is time audits for all, and all show what the latest audit found.
    @Scheduled(every = "${shop.inventory.audit.look}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        QuarkusTransaction.requiringNew()
                .timeout((int) Audit.LONGEST.plusMinutes(1).toSeconds())
                .run(this::auditIfDue);
        runs.latest().ifPresent(metrics::show);
    }

    /// Lock first: the run is noted before it is let go, so whoever gets it next sees that run.
    private void auditIfDue() {
        if (runs.tryLock(Audit.LONGEST.plusMinutes(1)) && runs.isDue(every)) {
            audit.run();
        }
    }
}
