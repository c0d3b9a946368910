package shop.contracts.bulk;

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

    /// So would many long ones.
    static final int LARGEST_BLOCK_BYTES = 4 * 1024 * 1024;

    private final InputStream input;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long number;
    private boolean ended;

    NdjsonLines(InputStream input) {
        this.input = input;
    }

    /// The next lines that are not blank, at most `limit`, and fewer where they are long; empty at the end.
    List<Line> next(int limit) throws IOException {
        var lines = new ArrayList<Line>(limit);
        for (var bytes = 0L; lines.size() < limit && bytes < LARGEST_BLOCK_BYTES && !ended; ) {
            var line = readLine();
            if (!line.isBlank()) {
                lines.add(line);
                bytes += line.json().length;
            }
        }
        return lines;
    }

    private Line readLine() throws IOException {
        var line = new ByteArrayOutputStream(512);
        var length = 0L;
        for (var complete = false; !complete && fill(); ) {
            var end = endOfLine();
            complete = end < filled;
            line.write(buffer, position, Math.min(end - position, LONGEST_LINE_BYTES - line.size()));
            length += end - position;
            position = end + 1;
        }
        number++;
        return new Line(number, line.toByteArray(), length > LONGEST_LINE_BYTES);
    }

    /// Whether there is something in the buffer.
    private boolean fill() throws IOException {
        if (position >= filled) {
            position = 0;
            filled = input.read(buffer);
            ended = filled < 0;
        }
        return !ended;
    }

    /// Where the line ends, or the buffer.
    private int endOfLine() {
        var end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /// A line by its number, the first being 1; `tooLong` where only its start was kept.
    record Line(long number, byte[] json, boolean tooLong) {
        boolean isBlank() {
            for (var next : json) {
                if (next < 0 || next > ' ') {
                    return false;
                }
            }
            return true;
        }

        String text() {
            return new String(json, StandardCharsets.UTF_8);
        }
    }
}
