package shop.inventory.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What the latest audit found, whichever replica made it. Not a number before the first: nobody has looked yet.
@ApplicationScoped
class AuditMetrics {

    private final Counter failures;

    private volatile @Nullable AuditRun latest;

    AuditMetrics(MeterRegistry metrics, Clock clock) {
        gauge("inventory.drift.units", AuditRun::driftUnits)
                .description("By how much stock, ledger and open reservations disagree; must be 0")
                .register(metrics);
        gauge(
                        "inventory.audit.age",
                        it -> Duration.between(it.startedAt(), clock.instant()).toSeconds())
                .description("Time since the latest audit that came to an end began")
                .baseUnit("seconds")
                .register(metrics);
        failures = Counter.builder("inventory.audit.failures")
                .description("Audits of this replica that came to no end")
                .register(metrics);
    }

    void show(AuditRun run) {
        latest = run;
    }

    void countFailure() {
        failures.increment();
    }

    private Gauge.Builder<AuditMetrics> gauge(String name, ToDoubleFunction<AuditRun> figure) {
        return Gauge.builder(name, this, it -> {
            var run = it.latest;
            return run == null ? Double.NaN : figure.applyAsDouble(run);
        });
    }
}
