package shop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import shop.notification.channel.Channel;

/// Says which provider failed last time. The service is ready without any: what cannot be sent now is sent later.
@Readiness
@ApplicationScoped
class ProviderHealth implements HealthCheck {

    private final Map<Channel, String> lastSeen = new ConcurrentHashMap<>();

    /// Takes note of what a batch's last try came to.
    void seen(Channel channel, List<Result> results) {
        results.stream()
                .filter(Result::attempted)
                .forEach(it -> lastSeen.put(channel, it.state() == NotificationState.SENT ? "ok" : "degraded"));
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Notification providers").up();
        for (var channel : Channel.values()) {
            response.withData(channel.name(), lastSeen.getOrDefault(channel, "not used yet"));
        }
        return response.build();
    }
}
