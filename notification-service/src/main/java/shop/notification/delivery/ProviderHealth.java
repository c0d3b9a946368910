package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says which providers are down. The service is ready without any: what cannot be sent now is sent later.
@Readiness
@ApplicationScoped
class ProviderHealth implements HealthCheck {

    private final Gates gates;

    ProviderHealth(Gates gates) {
        this.gates = gates;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Notification providers").up();
        gates.all().forEach((channel, its) -> response.withData(channel.name(), state(its)));
        return response.build();
    }

    private static String state(List<Gate> gates) {
        var down =
                gates.stream().filter(it -> !it.isHealthy()).map(Gate::provider).collect(Collectors.joining(", "));
        return down.isEmpty() ? "ok" : "degraded: " + down;
    }
}
