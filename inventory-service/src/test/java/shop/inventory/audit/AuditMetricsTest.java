package shop.inventory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AuditMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AuditMetrics metrics = new AuditMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void before_the_first_audit_nobody_knows_and_nothing_seems_well() {
        var drift = value("inventory.drift.units");
        var age = value("inventory.audit.age");

        assertThat(drift).isNaN();
        assertThat(age).isNaN();
    }

    @Test
    void the_latest_audit_is_shown_with_its_age() {
        metrics.show(new AuditRun(NOW.minusSeconds(90), Duration.ofSeconds(2), 10, 7));

        assertThat(value("inventory.drift.units")).isEqualTo(7);
        assertThat(value("inventory.audit.age")).isEqualTo(90);
    }

    private double value(String gauge) {
        return registry.get(gauge).gauge().value();
    }
}
