package shop.catalog.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long changes of products take to be found by a search, and how long the oldest of those that this replica's
/// indexer knows has been waiting for it. Both count from the time of the change itself.
@ApplicationScoped
class Freshness {

    private final Clock clock;
    private final Timer changes;

    private volatile @Nullable Instant written;
    private volatile @Nullable Instant watched;
    private volatile @Nullable Duration last;

    Freshness(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.changes = Timer.builder("catalog.search.freshness")
                .description("From a product's change to its being found, of one change after the other")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(metrics);
        Gauge.builder("catalog.search.waiting", this, it -> it.waiting().toMillis() / 1e3)
                .description("Time since the oldest change that the indexer knows and no search finds yet")
                .baseUnit("seconds")
                .register(metrics);
    }

    /// The indexer writes changes, for as long as that takes.
    ///
    /// @param oldest when the first of them was made; null when the index has them
    void writing(@Nullable Instant oldest) {
        written = oldest;
    }

    /// A change is in the index, but not seen by searches yet.
    void watching(Instant change) {
        watched = change;
    }

    /// Searches see the change that was watched.
    void found(Instant change) {
        var taken = since(change);
        changes.record(taken);
        last = taken;
        watched = null;
    }

    /// That of the change that was looked at last, if there was one.
    Optional<Duration> last() {
        return Optional.ofNullable(last);
    }

    /// Zero where nothing waits.
    Duration waiting() {
        return Stream.of(Optional.ofNullable(written), Optional.ofNullable(watched))
                .flatMap(Optional::stream)
                .map(this::since)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /// The clock of the replica that made the change may be a little ahead of ours.
    private Duration since(Instant change) {
        var passed = Duration.between(change, clock.instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }
}
