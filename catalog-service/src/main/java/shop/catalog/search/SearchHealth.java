package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Without OpenSearch only searches fail, so the service stays ready and says that it is degraded.
///
/// `freshnessMillis` is how long the change that was looked at last took to be found; `waitingMillis` how long the
/// oldest known change has been waiting for that.
@Readiness
@ApplicationScoped
class SearchHealth implements HealthCheck {

    private final ProductIndex index;
    private final Freshness freshness;

    SearchHealth(ProductIndex index, Freshness freshness) {
        this.index = index;
        this.freshness = freshness;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("search index")
                .up()
                .withData("degraded", !index.answers())
                .withData("waitingMillis", freshness.waiting().toMillis());
        freshness.last().ifPresent(it -> response.withData("freshnessMillis", it.toMillis()));
        return response.build();
    }
}
