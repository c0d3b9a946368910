package shop.cart.pricing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The policy in force, at hand: every replica looks for a newer one a few times a second, and goes on with the one
/// it has while the database is away.
///
/// How long ago it last could look is the metric [#UNSEEN], in seconds; a look takes no longer than the database's
/// `socketTimeout`.
@ApplicationScoped
public class CurrentPolicy {

    static final String UNSEEN = "pricing.policy.unseen";

    private static final Logger LOG = Logger.getLogger(CurrentPolicy.class);

    private final PricingPolicies policies;
    private final Duration pause;
    private volatile @Nullable PolicyVersion current;
    private volatile boolean away;
    private volatile long lookedNanos = System.nanoTime();
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pricing-policy").daemon().factory());

    CurrentPolicy(
            PricingPolicies policies,
            @ConfigProperty(name = "shop.pricing.poll", defaultValue = "500ms") Duration pause) {
        this.policies = policies;
        this.pause = pause;
    }

    public PolicyVersion get() {
        var policy = current;
        if (policy == null) {
            throw new IllegalStateException("The service is still starting");
        }
        return policy;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.more()
                .timeGauge(UNSEEN, Tags.empty(), this, TimeUnit.NANOSECONDS, it -> System.nanoTime() - it.lookedNanos);
        start();
    }

    void start() {
        set(policies.newest());
        var _ = poll.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        poll.shutdownNow();
    }

    /// Puts the policy in force on this replica unless a newer one is.
    synchronized void set(PolicyVersion policy) {
        if (current == null || current.version() < policy.version()) {
            current = policy;
        }
    }

    /// Whether the last look failed.
    boolean isAway() {
        return away;
    }

    private void look() {
        try {
            set(policies.newest());
            lookedNanos = System.nanoTime();
            if (away) {
                LOG.info("Sees the pricing policy again");
            }
            away = false;
        } catch (RuntimeException e) {
            if (!away) { // Once for each time that it is away, not at every look.
                LOG.warnf("Cannot look for a newer pricing policy, goes on with the one at hand: %s", e.getMessage());
            }
            away = true;
        }
    }
}
