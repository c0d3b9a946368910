package shop.inventory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.contracts.sql.Sql;
import shop.inventory.Shop;
import shop.local.test.WithServers;

/// Several replicas of the scheduled check; that of the application itself rests in tests.
@QuarkusTest
@WithServers(database = "inventory", redis = true)
class AuditCheckTest {

    @Inject
    Shop shop;

    @Inject
    Sql database;

    @Inject
    LongStatements longStatements;

    @Inject
    StockAudit stock;

    @Inject
    AuditRuns runs;

    @BeforeEach
    void nobody_has_audited_yet() {
        shop.execute("DELETE FROM audit_run");
    }

    @Test
    void of_replicas_that_look_at_once_one_audits() throws Exception {
        var replicas = replicas(4);

        atOnce(replicas);

        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void nobody_audits_again_before_the_interval_is_over() {
        var replicas = replicas(2);
        replicas.get(0).check.look();
        replicas.get(1).check.look();
        var early = runs();
        shop.execute("UPDATE audit_run SET started_at = now() - interval '16 minutes'");

        replicas.get(1).check.look();

        assertThat(early).isEqualTo(1);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void every_replica_shows_what_another_found() {
        var product = shop.product(5);
        shop.execute("UPDATE stock SET on_hand = 8 WHERE product_id = ?", product);
        var replicas = replicas(2);
        replicas.get(0).check.look();

        replicas.get(1).check.look();

        assertThat(runs()).isEqualTo(1);
        assertThat(replicas.get(1).drift()).isEqualTo(replicas.get(0).drift()).isGreaterThanOrEqualTo(3);
        shop.execute("UPDATE stock SET on_hand = 5 WHERE product_id = ?", product);
    }

    private List<Replica> replicas(int count) {
        return IntStream.range(0, count).mapToObj(_ -> replica()).toList();
    }

    private Replica replica() {
        var registry = new SimpleMeterRegistry();
        var metrics = new AuditMetrics(registry, Clock.systemUTC());
        var audit = new Audit(database, longStatements, stock, runs, metrics);
        return new Replica(new AuditCheck(audit, runs, metrics, Duration.ofMinutes(15)), registry);
    }

    private long runs() {
        return shop.number("SELECT count(*) FROM audit_run");
    }

    private static void atOnce(List<Replica> replicas) throws Exception {
        var barrier = new CyclicBarrier(replicas.size());
        try (var pool = Executors.newFixedThreadPool(replicas.size())) {
            var looks = replicas.stream()
                    .<Callable<Void>>map(it -> () -> {
                        barrier.await();
                        it.check.look();
                        return null;
                    })
                    .toList();
            for (var look : pool.invokeAll(looks)) {
                look.get();
            }
        }
    }

    private record Replica(AuditCheck check, SimpleMeterRegistry registry) {
        private double drift() {
            return registry.get("inventory.drift.units").gauge().value();
        }
    }
}
