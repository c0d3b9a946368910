package shop.contracts.deadletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shop.contracts.deadletter.LetterReader.Held;
import shop.contracts.http.Cursor;
import shop.contracts.http.Page;

/// A page of letters, the newest of all partitions first. Of each partition only the end is read, no more than a page.
final class PageOfLetters {

    private static final Comparator<Deque<Letter>> NEWEST_FIRST =
            Comparator.comparing((Deque<Letter> it) -> it.getFirst(), Letter.OLDEST_FIRST.reversed());

    private final LetterReader reader;
    private final int limit;

    /// Where each partition goes on: what is kept meanwhile moves no later page.
    private final Map<Integer, Long> bounds;

    private PageOfLetters(LetterReader reader, int limit, Map<Integer, Long> bounds) {
        this.reader = reader;
        this.limit = limit;
        this.bounds = bounds;
    }

    static Page<Letter> read(LetterReader reader, String topic, int limit, @Nullable String cursor) {
        var bounds = new TreeMap<>(Bounds.parse(Cursor.read(cursor)));
        return new PageOfLetters(reader, limit, bounds).of(topic);
    }

    private Page<Letter> of(String topic) {
        var partitions = new PriorityQueue<>(NEWEST_FIRST);
        for (var held : reader.held(topic)) {
            var letters = newest(held);
            if (!letters.isEmpty()) {
                partitions.add(letters);
            }
        }
        var items = merged(partitions);
        return new Page<>(items, partitions.isEmpty() ? null : Cursor.of(Bounds.format(bounds)));
    }

    private Deque<Letter> newest(Held held) {
        var partition = held.partition().partition();
        var part = held.before(bounds.getOrDefault(partition, held.end()));
        bounds.put(partition, part.end());
        var letters = reader.read(part.last(limit + 1L), it -> Optional.of(Letter.of(it)));
        return new ArrayDeque<>(letters.reversed());
    }

    private List<Letter> merged(PriorityQueue<Deque<Letter>> partitions) {
        var items = new ArrayList<Letter>();
        while (items.size() < limit && !partitions.isEmpty()) {
            var partition = partitions.remove();
            var letter = partition.removeFirst();
            items.add(letter);
            bounds.put(letter.id().partition(), letter.id().offset());
            if (!partition.isEmpty()) {
                partitions.add(partition);
            }
        }
        return items;
    }
}
