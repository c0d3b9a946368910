package shop.contracts.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads newline-delimited JSON in blocks of whole lines, at constant memory.
final class NdjsonLines {

    /// A longer line is passed over and reported; it would otherwise decide how much memory is needed.
    static final int LONGEST_LINE_BYTES = 256 * 1024;

    private final InputStream input;
    private long number;
    private boolean ended;

    NdjsonLines(InputStream input) {
        this.input = new BufferedInputStream(input, 64 * 1024);
    }

    /// The next lines that are not blank, at most `limit`; empty at the end.
    List<Line> next(int limit) throws IOException {
        var lines = new ArrayList<Line>(limit);
        while (lines.size() < limit && !ended) {
            var line = readLine();
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Line readLine() throws IOException {
        var bytes = new ByteArrayOutputStream(512);
        var length = 0L;
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next == -1) {
                ended = true;
                break;
            }
            if (length++ < LONGEST_LINE_BYTES) {
                bytes.write(next);
            }
        }
        number++;
        return new Line(number, bytes.toString(StandardCharsets.UTF_8), length > LONGEST_LINE_BYTES);
    }

    /// A line by its number, the first being 1; `tooLong` where only its start was kept.
    record Line(long number, String text, boolean tooLong) {
        boolean isBlank() {
            return text.isBlank();
        }
    }
}
