package shop.inventory.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says whether Redis keeps the locks. The service is ready without them.
@Readiness
@ApplicationScoped
class LocksHealth implements HealthCheck {

    private final StockLocks locks;

    LocksHealth(StockLocks locks) {
        this.locks = locks;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("locks in Redis")
                .up()
                .withData("degraded", locks.isDegraded())
                .build();
    }
}
