package shop.cart.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.cart.Given;
import shop.contracts.sql.Sql;
import shop.local.test.WithServers;

@QuarkusTest
@WithServers(database = "cart", redis = true)
class CurrentPolicyTest {

    private static final PricingPolicy REGULAR = new PricingPolicy(List.of(new RegularPricing()), Combine.BEST);

    @Inject
    PricingPolicies policies;

    @Inject
    Sql database;

    private CurrentPolicy otherReplica;

    @BeforeEach
    void another_replica_runs() {
        otherReplica = new CurrentPolicy(policies, Duration.ofMillis(100));
        otherReplica.start();
    }

    @AfterEach
    void it_stops() {
        otherReplica.stop(null);
    }

    @Test
    void every_replica_sees_a_change() {
        var changed = change();

        await().atMost(Given.SOON).until(() -> otherReplica.get().version() == changed.version());
    }

    @Test
    void a_database_that_hangs_is_noticed_and_the_replica_goes_on_looking() {
        var before = otherReplica.get();
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            database.update("LOCK TABLE pricing_policy IN ACCESS EXCLUSIVE MODE");
            await().atMost(Given.SOON).until(otherReplica::isAway);
            assertThat(otherReplica.get()).isEqualTo(before);
        });

        var changed = change();

        await().atMost(Given.SOON).until(() -> otherReplica.get().version() == changed.version());
        await().atMost(Given.SOON).until(() -> !otherReplica.isAway());
    }

    private PolicyVersion change() {
        return policies.addAfter(policies.newest().version(), REGULAR, "alice").orElseThrow();
    }
}
