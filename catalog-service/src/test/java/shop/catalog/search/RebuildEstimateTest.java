package shop.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RebuildEstimateTest {

    private static final Instant STARTED = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant NOW = STARTED.plusSeconds(20);

    @Test
    void what_is_left_takes_as_long_a_record_as_what_was_read() {
        assertThat(IndexRebuild.estimatedEnd(STARTED, NOW, 250, 1000)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void what_is_read_to_its_end_ends_now() {
        assertThat(IndexRebuild.estimatedEnd(STARTED, NOW, 1000, 1000)).isEqualTo(NOW);
    }

    @Test
    void before_anything_is_read_nobody_knows() {
        assertThat(IndexRebuild.estimatedEnd(STARTED, NOW, 0, 1000)).isNull();
    }
}
