package shop.contracts.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ImportBodyTest {

    private static final byte[] LINES = "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\n".getBytes(UTF_8);

    @Test
    void from_the_first_lines_and_their_bytes_one_sees_how_many_there_will_be() throws IOException {
        var body = body(LINES, Map.of("Content-Length", Integer.toString(LINES.length)), null);

        body.open().readNBytes(LINES.length / 4);

        assertThat(body.expectedLines(1)).isEqualTo(4);
    }

    @Test
    void of_a_compressed_body_the_bytes_on_the_wire_count() throws IOException {
        var bytes = gzip(LINES);
        var body =
                body(bytes, Map.of("Content-Length", Integer.toString(bytes.length), "Content-Encoding", "gzip"), null);

        assertThat(body.open().readAllBytes()).isEqualTo(LINES);

        assertThat(body.expectedLines(4)).isEqualTo(4);
    }

    @Test
    void compressed_parts_that_were_joined_are_read_to_the_last() throws IOException {
        var joined = new ByteArrayOutputStream();
        joined.write(gzip(LINES));
        joined.write(gzip(LINES));
        var body = body(joined.toByteArray(), Map.of("Content-Encoding", "gzip"), null);

        assertThat(body.open().readAllBytes()).hasSize(2 * LINES.length);
    }

    @Test
    void what_follows_the_last_compressed_part_is_not_passed_over() throws IOException {
        var joined = new ByteArrayOutputStream();
        joined.write(gzip(LINES));
        joined.write(LINES);
        var body = body(joined.toByteArray(), Map.of("Content-Encoding", "gzip"), null);

        assertThatThrownBy(() -> body.open().readAllBytes()).isInstanceOf(ZipException.class);
    }

    @Test
    void compressed_parts_of_which_the_second_is_late_are_read_to_the_last() throws IOException {
        var late = new SequenceInputStream(
                new ByteArrayInputStream(gzip(LINES)), new FilterInputStream(new ByteArrayInputStream(gzip(LINES))) {
                    @Override
                    public int available() {
                        return 0;
                    }
                });
        var body = ImportBody.of(late, Map.of("Content-Encoding", "gzip")::get, null);

        assertThat(body.open().readAllBytes()).hasSize(2 * LINES.length);
    }

    @Test
    void a_connection_that_breaks_between_compressed_parts_is_not_their_end() throws IOException {
        var cut = new SequenceInputStream(new ByteArrayInputStream(gzip(LINES)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        });
        var body = ImportBody.of(cut, Map.of("Content-Encoding", "gzip")::get, null);

        assertThatThrownBy(() -> body.open().readAllBytes()).hasMessage("cut").isNotInstanceOf(ZipException.class);
    }

    @Test
    void what_is_no_gzip_is_not_sound() {
        var body = body(LINES, Map.of("Content-Encoding", "gzip"), null);

        assertThatThrownBy(body::open).isInstanceOf(ZipException.class);
    }

    @Test
    void what_the_sender_says_counts_more_than_what_is_estimated() throws IOException {
        var body = body(LINES, Map.of("Content-Length", "32"), 5L);

        body.open().readNBytes(8);

        assertThat(body.expectedLines(1)).isEqualTo(5);
    }

    @Test
    void without_a_length_nobody_knows() {
        assertThat(body(LINES, Map.of(), null).expectedLines(4)).isNull();
    }

    @Test
    void an_encoding_that_nobody_here_reads_is_refused() {
        assertThatThrownBy(() -> body(LINES, Map.of("Content-Encoding", "br"), null))
                .isInstanceOfSatisfying(
                        HttpProblem.class, it -> assertThat(it.getStatusCode()).isEqualTo(415));
    }

    private static ImportBody body(byte[] bytes, Map<String, String> headers, Long lines) {
        return ImportBody.of(new ByteArrayInputStream(bytes), headers::get, lines);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
