package shop.cart.pricing;

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
@ApplicationScoped
public class CurrentPolicy {

    private static final Logger LOG = Logger.getLogger(CurrentPolicy.class);

    private final PricingPolicies policies;
    private final Duration pause;
    private volatile @Nullable PolicyVersion current;
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pricing-policy").daemon().factory());

    CurrentPolicy(
            PricingPolicies policies,
            @ConfigProperty(name = "shop.pricing.poll", defaultValue = "500ms") Duration pause) {
        this.policies = policies;
        this.pause = pause;
    }

    public PricingPolicy get() {
        var policy = current;
        if (policy == null) {
            throw new IllegalStateException("The service is still starting");
        }
        return policy.policy();
    }

    void start(@Observes StartupEvent event) {
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

    private void look() {
        try {
            set(policies.newest());
        } catch (RuntimeException e) {
            LOG.warnf("Cannot look for a newer pricing policy: %s", e.getMessage());
        }
    }
}
