package shop.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import shop.notification.channel.Channel;
import shop.notification.channel.Notifiers;

/// Sends what was claimed: messages of one story one after the other, different stories side by side, so many on
/// each channel. One that takes long keeps a place, and nobody waits for it.
@ApplicationScoped
class Delivery {

    private final Notifiers notifiers;
    private final Gates gates;
    private final Addressees addressees;
    private final Writing writing;
    private final Results results;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Map<Channel, Semaphore> places = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Delivery(
            Notifiers notifiers,
            Gates gates,
            Addressees addressees,
            Writing writing,
            Results results,
            DeliverySettings settings,
            Clock clock) {
        this.notifiers = notifiers;
        this.gates = gates;
        this.addressees = addressees;
        this.writing = writing;
        this.results = results;
        this.settings = settings;
        this.clock = clock;
    }

    /// Returns when the last of them has a place, not when it is sent.
    void deliver(Channel channel, List<Claim> claims) {
        var known = addressees.of(claims);
        var places = placesOf(channel);
        var stories = claims.stream().collect(Collectors.groupingBy(Claim::storyId));
        for (var story : stories.values()) {
            places.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    telling(channel, known).tell(story);
                } finally {
                    places.release();
                }
            });
        }
    }

    /// Waits for what is being sent: a message without a result would be sent again.
    void stop(@Observes @Priority(Integer.MAX_VALUE - 1) ShutdownEvent event) throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Semaphore placesOf(Channel channel) {
        return places.computeIfAbsent(channel, _ -> new Semaphore(settings.sideBySide()));
    }

    private Telling telling(Channel channel, Addressees.Known known) {
        var rules = new DeliveryRules(
                settings.waitForCustomer(),
                settings.firstRetry(),
                settings.longestRetry(),
                settings.deadline(),
                settings.answerLostOn(channel));
        var attempt = new Attempt(gates.of(channel), rules, clock);
        return new Telling(notifiers.of(channel), addressees, known, writing, attempt, results, settings, clock);
    }
}
