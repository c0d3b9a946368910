package shop.contracts.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import shop.contracts.deadletter.LetterReader.Held;

class LetterReaderPartsTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private static final Held HELD = new Held(PARTITION, 100, 1000);

    @Test
    void offsets_near_one_another_are_read_in_one_go_and_those_outside_not_at_all() {
        var parts = HELD.partsWith(new TreeSet<>(List.of(7L, 100L, 101L, 110L, 900L, 999L, 1000L)));

        assertThat(parts)
                .containsExactly(
                        new Held(PARTITION, 100, 111), new Held(PARTITION, 900, 901), new Held(PARTITION, 999, 1000));
    }

    @Test
    void a_bound_outside_what_is_held_is_its_edge() {
        assertThat(HELD.before(5)).isEqualTo(new Held(PARTITION, 100, 100));
        assertThat(HELD.before(5000)).isEqualTo(HELD);
        assertThat(HELD.from(5)).isEqualTo(HELD);
        assertThat(HELD.last(5000)).isEqualTo(HELD);
        assertThat(HELD.last(1)).isEqualTo(new Held(PARTITION, 999, 1000));
    }
}
