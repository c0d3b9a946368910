package shop.contracts.bulk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;

/// The lines of a body in blocks, from where an earlier try has come to.
final class Blocks<T> implements Callable<ReadBlock<T>> {

    private final ImportBody body;
    private final LineReader<T> reader;
    private final int size;
    private final long stored;
    private @Nullable NdjsonLines lines;
    private long seen;

    /// @param size how many lines are a block, at the most
    /// @param stored the number of the last line that is stored already
    Blocks(ImportBody body, LineReader<T> reader, int size, long stored) {
        this.body = body;
        this.reader = reader;
        this.size = size;
        this.stored = stored;
    }

    /// The next block; at the end of the body an empty one. Throws a problem (400) where the body ends before the lines
    /// that are stored do.
    @Override
    public ReadBlock<T> call() throws IOException {
        var fresh = fresh(lines());
        var last = fresh.isEmpty() ? 0 : fresh.getLast().number();
        return ReadBlock.of(fresh, reader, body.expectedLines(last));
    }

    private List<NdjsonLines.Line> fresh(NdjsonLines lines) throws IOException {
        while (true) {
            var next = lines.next(size);
            if (next.isEmpty()) {
                checkEnd();
                return next;
            }
            seen = next.getLast().number();
            var fresh = next.stream().filter(it -> it.number() > stored).toList();
            if (!fresh.isEmpty()) {
                return fresh;
            }
        }
    }

    /// What ends before that is not the body which was sent before.
    private void checkEnd() {
        if (seen < stored) {
            throw Problems.invalid(
                    "body", "ends at line %d, and %d were taken before: send the same again".formatted(seen, stored));
        }
    }

    private NdjsonLines lines() throws IOException {
        if (lines == null) {
            lines = new NdjsonLines(body.open());
        }
        return lines;
    }
}
