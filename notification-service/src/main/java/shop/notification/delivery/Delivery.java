package shop.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private volatile boolean stopping;

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

    /// From then on nothing may be claimed any more.
    boolean isStopping() {
        return stopping;
    }

    /// Waits for what is being sent: a message without a result would be sent again. Who has claimed just before
    /// this was said still gets places.
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        var deadline = clock.instant().plus(settings.lease());
        for (var its : places.values()) {
            var left = clock.instant().until(deadline);
            its.tryAcquire(settings.sideBySide(), left.toMillis(), TimeUnit.MILLISECONDS);
        }
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
        var attempt = new Attempt(gates.of(channel), rules, asking(channel), patience(), clock);
        return new Telling(notifiers.of(channel), addressees, known, writing, attempt, results, clock);
    }

    /// Where a lost answer is the end, it must be known whose answer it can be: who was never asked for is not
    /// lost.
    private Consumer<Claim> asking(Channel channel) {
        return switch (settings.answerLostOn(channel)) {
            case GIVE_UP -> claim -> results.record(Result.asking(claim));
            case SEND_AGAIN -> _ -> {};
        };
    }

    /// Providers may take a little longer than their time-out to notice that it is over.
    private Duration patience() {
        return settings.sendTimeout().plusSeconds(2);
    }
}
