package shop.contracts.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.Origin;

/// A letter as a list shows it.
record LetterView(
        String id,
        @Nullable String key,
        String type,
        String reason,
        @Nullable Origin source,
        Instant at,
        boolean replayable,
        List<Replay> replayed) {

    static LetterView of(Letter letter, LetterTopic topic, Map<LetterId, List<Replay>> replays) {
        return new LetterView(
                letter.id().toString(),
                letter.key(),
                letter.type(),
                letter.reason(),
                letter.source(),
                letter.at(),
                topic.canReplay(letter),
                replays.getOrDefault(letter.id(), List.of()));
    }
}
