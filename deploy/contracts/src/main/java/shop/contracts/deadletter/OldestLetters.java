package shop.contracts.deadletter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import shop.contracts.deadletter.LetterReader.Held;

/// The letters that a topic holds now, the oldest first, some at a time. What fails again meanwhile is not among them.
final class OldestLetters {

    private final LetterReader reader;
    private final Replays replays;
    private final String topic;
    private final boolean again;
    private final List<Held> held;
    private final Map<Integer, Long> passed = new HashMap<>();

    /// @param again letters that were replayed before, too
    OldestLetters(LetterReader reader, Replays replays, String topic, boolean again) {
        this.reader = reader;
        this.replays = replays;
        this.topic = topic;
        this.again = again;
        this.held = reader.held(topic);
    }

    /// The next ones, at most so many; none where there are no more.
    List<Letter> next(int most) {
        var candidates = new ArrayList<LetterId>();
        for (var part : held) {
            var partition = part.partition().partition();
            var rest = part.from(passed.getOrDefault(partition, part.begin()));
            offsets(rest, most).forEach(it -> candidates.add(new LetterId(partition, it)));
        }
        var next = reader.letters(topic, candidates).stream()
                .sorted(Letter.OLDEST_FIRST)
                .limit(most)
                .toList();
        next.forEach(it -> passed.merge(it.id().partition(), it.id().offset() + 1, Math::max));
        return next;
    }

    private List<Long> offsets(Held rest, int most) {
        return again
                ? LongStream.range(rest.begin(), rest.end()).limit(most).boxed().toList()
                : replays.notReplayed(rest, most);
    }
}
