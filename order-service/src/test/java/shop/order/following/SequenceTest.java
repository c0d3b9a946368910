package shop.order.following;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.order.following.Sequence.Turn.GAP;
import static shop.order.following.Sequence.Turn.NEXT;
import static shop.order.following.Sequence.Turn.REPEATED;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void each_event_has_its_turn_after_the_one_before() {
        var sequence = new Sequence(0);

        var turns = turns(sequence, 1, 2, 3);

        assertThat(turns).containsExactly(NEXT, NEXT, NEXT);
        assertThat(sequence.last()).isEqualTo(3);
    }

    @Test
    void what_was_heard_is_a_repetition() {
        var sequence = new Sequence(2);

        var turns = turns(sequence, 1, 2, 3, 3, 1);

        assertThat(turns).containsExactly(REPEATED, REPEATED, NEXT, REPEATED, REPEATED);
    }

    @Test
    void an_event_that_is_ahead_has_no_turn_until_what_is_missing_came() {
        var sequence = new Sequence(1);

        var turns = turns(sequence, 3, 2, 3);

        assertThat(turns).containsExactly(GAP, NEXT, NEXT);
    }

    @Test
    void a_history_that_is_read_late_adds_only_what_did_not_come_live() {
        var sequence = new Sequence(0);
        turns(sequence, 1, 2);

        var turns = turns(sequence, 1, 2, 3);

        assertThat(turns).containsExactly(REPEATED, REPEATED, NEXT);
    }

    @Test
    void nothing_follows_on_the_largest_number() {
        var sequence = new Sequence(Integer.MAX_VALUE);

        var turns = turns(sequence, 1, Integer.MAX_VALUE, Integer.MIN_VALUE);

        assertThat(turns).containsOnly(REPEATED);
    }

    private static Stream<Sequence.Turn> turns(Sequence sequence, int... events) {
        return IntStream.of(events).mapToObj(sequence::take).toList().stream();
    }
}
