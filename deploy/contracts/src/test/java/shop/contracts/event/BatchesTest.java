package shop.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {

    private final List<Integer> worked = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();

    @Test
    void one_bad_record_never_stops_the_others() {
        var batch = IntStream.range(0, 500).boxed().toList();

        var answers = Batches.handle(batch, it -> workUnlessContains(it, 317), this::refuse);

        assertThat(refused).containsExactly(317);
        assertThat(worked).hasSize(499).doesNotContain(317).isSorted();
        assertThat(answers).hasSize(500).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "25P03", "25P04"})
    void what_passes_by_itself_is_tried_again(String sqlState) {
        var failures = new ArrayList<>(List.of(new SQLException("away", sqlState), new SQLException("away", sqlState)));

        var answers = Batches.handle(List.of(1, 2), it -> failFirst(failures, it), this::refuse);

        assertThat(answers).containsExactly("done 1", "done 2");
        assertThat(refused).isEmpty();
    }

    @Test
    void an_event_that_could_not_be_sent_is_sent_again() {
        var attempts = new int[1];

        Batches.untilItPasses(() -> {
            if (attempts[0]++ < 2) {
                throw new EventSending.NotSent(new IllegalStateException("broker away"));
            }
            return attempts[0];
        });

        assertThat(attempts[0]).isEqualTo(3);
    }

    @Test
    void a_helper_that_is_away_is_waited_for() {
        var attempts = new int[1];

        Batches.handle(List.of(1), it -> answerAtThird(attempts), this::refuse);

        assertThat(attempts[0]).isEqualTo(3);
        assertThat(refused).isEmpty();
    }

    @Test
    void what_the_database_refuses_for_good_is_refused_at_once() {
        var attempts = new int[1];

        Batches.handle(
                List.of(1),
                _ -> {
                    attempts[0]++;
                    throw new IllegalStateException(new SQLException("invalid byte sequence", "22021"));
                },
                this::refuse);

        assertThat(attempts[0]).isOne();
        assertThat(refused).containsExactly(1);
    }

    private List<String> workUnlessContains(List<Integer> part, int bad) {
        if (part.contains(bad)) {
            throw new IllegalArgumentException("bad record");
        }
        worked.addAll(part);
        return part.stream().map(it -> "done " + it).toList();
    }

    private static List<String> failFirst(List<SQLException> failures, List<Integer> part) {
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.removeFirst());
        }
        return part.stream().map(it -> "done " + it).toList();
    }

    private static List<String> answerAtThird(int[] attempts) {
        if (++attempts[0] < 3) {
            throw new Batches.Unavailable("index away", null);
        }
        return List.of("done");
    }

    private List<String> refuse(Integer record, RuntimeException cause) {
        refused.add(record);
        return List.of("refused " + record);
    }

    private static int number(String answer) {
        return Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
    }
}
