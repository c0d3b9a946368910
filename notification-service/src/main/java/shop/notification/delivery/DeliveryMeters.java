package shop.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import shop.notification.delivery.Result.Fate;

/// What is measured of delivery. The promise is that 99.9 % of the messages are accepted by a provider within 30
/// s.
@ApplicationScoped
class DeliveryMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final MeterRegistry meters;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(List<Result> results) {
        results.stream().filter(it -> !(it.fate() instanceof Fate.Asking)).forEach(this::count);
    }

    private void count(Result result) {
        var channel = result.claim().channel().name();
        meters.counter(
                        "shop.notifications",
                        "channel",
                        channel,
                        "state",
                        result.state().name(),
                        "provider",
                        result.provider() == null ? "none" : result.provider())
                .increment();
        if (result.fate() instanceof Fate.Sent sent) {
            took(
                            "shop.notification.delivery",
                            "From the event, or the end of what held it back, to the provider's acceptance",
                            result)
                    .record(between(result.claim().promisedFrom(), sent.acceptedAt()));
            took("shop.notification.sending", "From when it could be sent to the provider's acceptance", result)
                    .record(between(sent.sendableAt(), sent.acceptedAt()));
        }
    }

    private Timer took(String name, String description, Result result) {
        var claim = result.claim();
        var held = claim.held() == null ? "no" : claim.held().name();
        return Timer.builder(name)
                .description(description)
                .tag("channel", claim.channel().name())
                .tag("held", held)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private static Duration between(Instant from, Instant to) {
        var time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
