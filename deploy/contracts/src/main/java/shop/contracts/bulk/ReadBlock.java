package shop.contracts.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines of an import, read and checked, that are stored together.
///
/// @param lines how many, good or not; 0 at the end of the import
/// @param lastLine the number of the last
/// @param good what the good ones say
/// @param numbers of the good ones
/// @param wrong why the others cannot be taken
/// @param expectedLines how many the import seems to have, as far as that can be told
record ReadBlock<T>(
        int lines,
        long lastLine,
        List<T> good,
        List<Long> numbers,
        List<LineError> wrong,
        @Nullable Long expectedLines) {

    static <T> ReadBlock<T> of(List<NdjsonLines.Line> lines, LineReader<T> reader, @Nullable Long expectedLines) {
        var good = new ArrayList<T>(lines.size());
        var numbers = new ArrayList<Long>(lines.size());
        var wrong = new ArrayList<LineError>();
        for (var line : lines) {
            try {
                good.add(reader.read(line));
                numbers.add(line.number());
            } catch (LineReader.Wrong e) {
                wrong.add(e.error());
            }
        }
        var lastLine = lines.isEmpty() ? 0 : lines.getLast().number();
        return new ReadBlock<>(lines.size(), lastLine, good, numbers, wrong, expectedLines);
    }

    boolean isEnd() {
        return lines == 0;
    }

    /// What becomes of the good lines, once they are stored.
    Imported store(Function<List<T>, Imported> store) {
        return good.isEmpty() ? new Imported(0, 0, 0) : store.apply(good);
    }

    /// All that was wrong, in the order of the lines.
    List<LineError> errors(Imported imported) {
        var refused =
                imported.refused().stream().map(it -> new LineError(numbers.get(it.index()), it.field(), it.reason()));
        return Stream.concat(wrong.stream(), refused)
                .sorted(Comparator.comparingLong(LineError::line))
                .toList();
    }
}
