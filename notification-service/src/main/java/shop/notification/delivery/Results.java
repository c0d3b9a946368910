package shop.notification.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import shop.contracts.event.Batches;
import shop.notification.delivery.Result.Fate;

/// Records what became of claims, as soon as it is known, as many at once as there are: what a provider took must
/// be recorded, or it would be sent again, so nothing waits for the slowest message of a batch.
@ApplicationScoped
@Startup
class Results {

    private static final Logger LOG = Logger.getLogger(Results.class);
    private static final int MOST = 500;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Archive archive;
    private final Events events;
    private final DeliveryMeters meters;
    private final Clock clock;
    private final BlockingQueue<Unrecorded> unrecorded = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean stopped;

    Results(Archive archive, Events events, DeliveryMeters meters, Clock clock) {
        this.archive = archive;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
        this.writer = Thread.ofPlatform().name("results").daemon().start(this::write);
    }

    /// Returns when it is recorded.
    void record(Result result) {
        var recorded = new CompletableFuture<Void>();
        unrecorded.add(new Unrecorded(result, recorded));
        recorded.join();
    }

    /// Last of all: until then, messages come back from providers. What has come is recorded.
    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        writer.join(STOP_WITHIN);
    }

    private void write() {
        while (!stopped || !unrecorded.isEmpty()) {
            try {
                var first = unrecorded.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<>(List.of(first));
                    unrecorded.drainTo(batch, MOST - 1);
                    write(batch);
                }
            } catch (InterruptedException _) {
                stopped = true;
            }
        }
    }

    /// One result that the database refuses costs no other, and nothing at all ends the writing.
    private void write(List<Unrecorded> batch) {
        var results = batch.stream().map(Unrecorded::result).toList();
        try {
            meters.count(Batches.handle(results, this::inOneTransaction, Results::leave));
        } catch (RuntimeException | Error e) {
            LOG.error("Results cannot be recorded; their leases will run out", e);
        } finally {
            batch.forEach(it -> it.recorded().complete(null));
        }
    }

    /// Returns those that were recorded: the claims of others were lost.
    private List<Result> inOneTransaction(List<Result> results) {
        var recorded = new HashSet<String>();
        QuarkusTransaction.requiringNew().run(() -> {
            recorded.clear();
            var ended = results.stream().filter(it -> it.state().ended()).toList();
            var unfinished = results.stream().filter(it -> !it.state().ended()).toList();
            if (!unfinished.isEmpty()) {
                recorded.addAll(archive.goOn(unfinished));
            }
            if (!ended.isEmpty()) {
                recorded.addAll(archive.end(ended, clock.instant()));
                forgetNobodys(ended);
            }
        });
        results.stream()
                .filter(it -> !recorded.contains(it.claim().notificationId()))
                .forEach(Results::lost);
        return results.stream()
                .filter(it -> recorded.contains(it.claim().notificationId()))
                .toList();
    }

    private static void lost(Result result) {
        LOG.warnf(
                "The lease of %s ran out before it was known that it is %s",
                result.claim().notificationId(), result.state());
    }

    private void forgetNobodys(List<Result> ended) {
        var nobodys = ended.stream()
                .filter(it -> it.fate() instanceof Fate.Skipped(var nobody) && nobody)
                .map(it -> it.claim().eventId())
                .toList();
        if (!nobodys.isEmpty()) {
            events.forgetFacts(nobodys);
        }
    }

    private static List<Result> leave(Result result, RuntimeException cause) {
        LOG.errorf("Cannot record %s: %s", result.claim().notificationId(), cause.getClass());
        return List.of();
    }

    private record Unrecorded(Result result, CompletableFuture<Void> recorded) {}
}
