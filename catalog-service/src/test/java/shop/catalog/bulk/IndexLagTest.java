package shop.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.catalog.bulk.Unindexed.Indexed;
import shop.contracts.bulk.ImportReport;

class IndexLagTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    /// What is seen at each look; whoever looks once more than expected fails.
    private final Deque<Indexed> looks = new ArrayDeque<>();

    @Test
    void who_is_not_far_ahead_does_not_even_look() {
        var lag = new IndexLag(100, FOR_EVER, looks::removeFirst);

        lag.await(stored(100));

        assertThat(looks).isEmpty();
    }

    @Test
    void who_is_far_ahead_waits_until_the_index_is_near_enough() {
        var lag = new IndexLag(100, FOR_EVER, looks::removeFirst);
        looks.addAll(List.of(new Indexed(0, 0), new Indexed(10, 10), new Indexed(99, 99), new Indexed(100, 100)));

        lag.await(stored(200));

        assertThat(looks).isEmpty();
    }

    @Test
    void for_an_index_that_stands_still_nobody_waits() {
        var lag = new IndexLag(100, Duration.ZERO, looks::removeFirst);
        looks.addAll(List.of(new Indexed(0, 0), new Indexed(0, 0)));

        lag.await(stored(200));
        lag.await(stored(300));

        assertThat(looks).isEmpty();
    }

    @Test
    void an_index_that_works_on_another_import_does_not_stand_still() {
        var lag = new IndexLag(100, Duration.ofMillis(250), looks::removeFirst);
        for (int others = 1; others <= 10; others++) {
            looks.add(new Indexed(0, others));
        }
        looks.add(new Indexed(100, 110));

        lag.await(stored(200));

        assertThat(looks).isEmpty();
    }

    private static ImportReport stored(long lines) {
        var state = ImportReport.State.RUNNING;
        return new ImportReport("I", state, lines, lines - 5, 5, 0, 0, 0, Instant.EPOCH, null, null, List.of());
    }
}
