package shop.inventory.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Inject
    Shop shop;

    @Inject
    Sql database;

    @Inject
    LongStatements longStatements;

    @Inject
    Turn turn;

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

    @Test
    void an_audit_that_fails_is_counted_and_not_tried_again_before_the_interval_is_over() {
        var replica = replica(Duration.ofMillis(300));

        whileTheLedgerCannotBeRead(() -> {
            replica.check.look();
            replica.check.look();
        });
        var failures = replica.failures();
        var attempts = runs();
        shop.execute("UPDATE audit_run SET started_at = now() - interval '16 minutes'");
        replica(LONGEST).check.look();

        assertThat(failures).isEqualTo(1);
        assertThat(attempts).isEqualTo(1);
        assertThat(replica.drift()).isNaN();
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void an_audit_whose_replica_died_counts_too_and_what_was_found_before_stays_shown() {
        var replica = replica(LONGEST);
        replica.check.look();
        shop.execute("UPDATE audit_run SET started_at = now() - interval '16 minutes', drift_units = 7");
        shop.execute("INSERT INTO audit_run (started_at) VALUES (now())");

        replica.check.look();

        assertThat(runs()).isEqualTo(2);
        assertThat(replica.drift()).isEqualTo(7);
    }

    @Test
    void an_audit_that_somebody_asked_for_keeps_the_scheduled_one_off() {
        var replica = replica(LONGEST);

        QuarkusTransaction.requiringNew().run(() -> {
            turn.tryTake(Turn.Work.AUDIT, LONGEST);
            replica.check.look();
        });

        assertThat(runs()).isZero();
    }

    private void whileTheLedgerCannotBeRead(Runnable action) {
        QuarkusTransaction.requiringNew().run(() -> {
            shop.execute("LOCK TABLE movement IN ACCESS EXCLUSIVE MODE");
            action.run();
        });
    }

    private List<Replica> replicas(int count) {
        return IntStream.range(0, count).mapToObj(_ -> replica(LONGEST)).toList();
    }

    private Replica replica(Duration longest) {
        var registry = new SimpleMeterRegistry();
        var metrics = new AuditMetrics(registry, Clock.systemUTC());
        var audit = new Audit(database, longStatements, turn, stock, runs, metrics, longest);
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

        private double failures() {
            return registry.get("inventory.audit.failures").counter().count();
        }
    }
}
