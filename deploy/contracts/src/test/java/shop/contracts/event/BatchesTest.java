package shop.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "58030", "25006", "25P03", "25P04"})
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
                throw new NotSent(new IllegalStateException("broker away"));
            }
            return attempts[0];
        });

        assertThat(attempts[0]).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("whatTheBrokerNeverTakes")
    void an_event_that_the_broker_never_takes_is_not_sent_again(RuntimeException cause) {
        var attempts = new int[1];

        Batches.handle(
                List.of(1),
                _ -> {
                    attempts[0]++;
                    throw new NotSent(cause);
                },
                this::refuse);

        assertThat(attempts[0]).isOne();
        assertThat(refused).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "25P04"})
    void a_batch_that_is_too_large_for_its_time_is_halved(String sqlState) {
        var batch = IntStream.range(0, 8).boxed().toList();
        var sizes = new ArrayList<Integer>();

        var answers = Batches.handle(batch, it -> timeOutAbove(4, it, sizes, sqlState), this::refuse);

        assertThat(answers).hasSize(8);
        assertThat(sizes).containsExactly(8, 8, 8, 4, 4);
        assertThat(refused).isEmpty();
    }

    @Test
    void a_single_record_waits_as_long_as_it_takes() {
        var failures = new ArrayList<SQLException>();
        IntStream.range(0, 5).forEach(_ -> failures.add(new SQLException("too slow", "57014")));

        var answers = Batches.handle(List.of(1), it -> failFirst(failures, it), this::refuse);

        assertThat(answers).containsExactly("done 1");
        assertThat(refused).isEmpty();
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

    private static Stream<RuntimeException> whatTheBrokerNeverTakes() {
        return Stream.of(
                new RecordTooLargeException("too large"),
                new RecordBatchTooLargeException("too large"),
                new SerializationException("no bytes"));
    }

    private static List<String> timeOutAbove(int size, List<Integer> part, List<Integer> sizes, String sqlState) {
        sizes.add(part.size());
        if (part.size() > size) {
            throw new IllegalStateException(new SQLException("too slow", sqlState));
        }
        return part.stream().map(it -> "done " + it).toList();
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
