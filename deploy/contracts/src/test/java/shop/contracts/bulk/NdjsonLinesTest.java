package shop.contracts.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

    @Test
    void lines_keep_their_numbers_and_blank_ones_are_passed_over() throws IOException {
        var lines = read("{\"a\":1}\n\n  \r\n{\"b\":\"ü\"}\r\n{\"c\":3}");

        var all = lines.next(10);

        assertThat(all).extracting(NdjsonLines.Line::number).containsExactly(1L, 4L, 5L);
        assertThat(all.get(1).text().strip()).isEqualTo("{\"b\":\"ü\"}");
        assertThat(lines.next(10)).isEmpty();
    }

    @Test
    void a_block_has_no_more_lines_than_asked_for() throws IOException {
        var lines = read("1\n2\n3\n");

        assertThat(lines.next(2)).hasSize(2);
        assertThat(lines.next(2)).extracting(NdjsonLines.Line::text).containsExactly("3");
    }

    @Test
    void an_endless_line_costs_bounded_memory_and_is_marked() throws IOException {
        var lines = read("x".repeat(NdjsonLines.LONGEST_LINE_BYTES * 3) + "\nshort\n");

        var all = lines.next(10);

        assertThat(all).extracting(NdjsonLines.Line::tooLong).containsExactly(true, false);
        assertThat(all.getFirst().text()).hasSize(NdjsonLines.LONGEST_LINE_BYTES);
    }

    @Test
    void a_block_of_long_lines_has_fewer_of_them() throws IOException {
        var line = "x".repeat(NdjsonLines.LONGEST_LINE_BYTES - 1) + "\n";
        var most = NdjsonLines.LARGEST_BLOCK_BYTES / NdjsonLines.LONGEST_LINE_BYTES + 1;
        var lines = read(line.repeat(3 * most));

        assertThat(lines.next(1000))
                .hasSize(most)
                .extracting(NdjsonLines.Line::tooLong)
                .containsOnly(false);
        assertThat(lines.next(1000).getFirst().number()).isEqualTo(most + 1);
    }

    @Test
    void a_line_may_end_anywhere_in_what_is_read_at_once() throws IOException {
        var text = IntStream.range(0, 60_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        var lines = read(text).next(100_000);

        assertThat(lines).extracting(NdjsonLines.Line::text).containsExactly(text.split("\n"));
    }

    private static NdjsonLines read(String text) {
        return new NdjsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
