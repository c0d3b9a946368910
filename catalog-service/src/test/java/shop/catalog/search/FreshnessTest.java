package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Freshness freshness = new Freshness(Clock.fixed(NOW, ZoneOffset.UTC), metrics);

    @Test
    void where_nothing_waits_nothing_waits_for_long() {
        assertThat(freshness.waiting()).isZero();
        assertThat(freshness.last()).isEmpty();
    }

    @Test
    void the_oldest_of_what_is_written_and_what_is_watched_has_waited_longest() {
        freshness.watching(NOW.minusSeconds(3));
        freshness.writing(NOW.minusSeconds(1));
        assertThat(freshness.waiting()).hasSeconds(3);

        freshness.found(NOW.minusSeconds(3));
        assertThat(freshness.waiting()).hasSeconds(1);

        freshness.writing(null);
        assertThat(freshness.waiting()).isZero();
    }

    @Test
    void what_was_found_last_is_told_and_measured() {
        freshness.found(NOW.minusSeconds(3));
        freshness.found(NOW.minusSeconds(1));

        assertThat(freshness.last()).contains(Duration.ofSeconds(1));
        var timer = metrics.get("catalog.search.freshness").timer();
        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.max(TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void a_clock_that_is_ahead_makes_nothing_negative() {
        freshness.found(NOW.plusSeconds(1));

        assertThat(freshness.last()).contains(Duration.ZERO);
    }
}
