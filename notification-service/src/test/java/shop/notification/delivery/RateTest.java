package shop.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.notification.delivery.Rates.Lease;

class RateTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Instant LONG_AGO = Instant.EPOCH;

    @Test
    void nobody_gets_a_place_before_its_time() {
        var from = CLOCK.instant().plusMillis(50);
        var rate = new Rate(() -> new Lease(from, Duration.ofMillis(10), 5, LONG_AGO), CLOCK);

        for (int i = 0; i < 5; i++) {
            var place = rate.take(Instant.MAX).orElseThrow();

            assertThat(CLOCK.instant()).isAfterOrEqualTo(from.plusMillis(10L * i));
            assertThat(place.at()).isEqualTo(from.plusMillis(10L * i));
        }
    }

    @Test
    void a_place_that_comes_too_late_is_left_for_the_next() {
        var from = CLOCK.instant().plusMillis(50);
        var rate = new Rate(() -> new Lease(from, Duration.ofMillis(10), 5, LONG_AGO), CLOCK);

        var tooLate = rate.take(from.minusMillis(1));
        var first = rate.take(from);

        assertThat(tooLate).isEmpty();
        assertThat(first.orElseThrow().at()).isEqualTo(from);
    }

    @Test
    void many_at_once_get_one_place_each() throws Exception {
        var leases = new AtomicInteger();
        var from = CLOCK.instant();
        var rate = new Rate(
                () -> new Lease(from.plusMillis(10L * leases.getAndIncrement()), Duration.ofMillis(1), 10, LONG_AGO),
                CLOCK);

        var places = new ArrayList<Instant>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = IntStream.range(0, 100)
                    .mapToObj(_ -> threads.submit(() -> rate.take(Instant.MAX).orElseThrow()))
                    .toList();
            for (var one : taken) {
                places.add(one.get().at());
            }
        }

        assertThat(leases).hasValueGreaterThanOrEqualTo(10);
        assertThat(places).filteredOn(it -> !it.equals(LONG_AGO)).doesNotHaveDuplicates();
    }

    @Test
    void places_that_nobody_took_in_time_are_lost() {
        var leases = new AtomicInteger();
        var rate = new Rate(
                () -> {
                    leases.incrementAndGet();
                    return new Lease(CLOCK.instant().minusSeconds(1), Duration.ofMillis(1), 10, LONG_AGO);
                },
                CLOCK);

        rate.take(Instant.MAX);
        rate.take(Instant.MAX);

        assertThat(leases).hasValue(2);
    }

    @Test
    void a_place_that_was_free_before_it_was_asked_for_made_nobody_wait() {
        var rate = new Rate(() -> new Lease(CLOCK.instant().minusMillis(5), Duration.ofMillis(1), 2, LONG_AGO), CLOCK);

        assertThat(rate.take(Instant.MAX).orElseThrow().at()).isEqualTo(LONG_AGO);
    }
}
