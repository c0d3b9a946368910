package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Without OpenSearch only searches fail, so the service stays ready and says that it is degraded.
@Readiness
@ApplicationScoped
class SearchHealth implements HealthCheck {

    private final ProductIndex index;

    SearchHealth(ProductIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index")
                .up()
                .withData("degraded", !index.answers())
                .build();
    }
}
