package shop.contracts.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import shop.contracts.deadletter.LetterReader.Held;
import shop.contracts.http.Page;
import shop.contracts.http.Problems;

/// Dead letters as they stand on their topics, with what was done about them.
@ApplicationScoped
class ShowLetters {

    private final Broker broker;
    private final Replays replays;

    ShowLetters(Broker broker, Replays replays) {
        this.broker = broker;
        this.replays = replays;
    }

    List<Count> count(List<LetterTopic> topics) {
        return broker.read(reader -> topics.stream()
                .map(it -> new Count(it.name(), it.source(), count(reader, it)))
                .toList());
    }

    Page<LetterView> list(LetterTopic topic, int limit, @Nullable String cursor) {
        var page = broker.read(reader -> PageOfLetters.read(reader, topic.name(), limit, cursor));
        var replayed =
                replays.of(topic.name(), page.items().stream().map(Letter::id).toList());
        return page.map(it -> LetterView.of(it, topic, replayed));
    }

    WholeLetter whole(LetterTopic topic, LetterId id) {
        var source = broker.read(reader -> reader.at(new TopicPartition(topic.name(), id.partition()), id.offset()))
                .orElseThrow(() -> Problems.notFound("dead letter", id.toString()));
        var view = LetterView.of(Letter.of(source), topic, replays.of(topic.name(), List.of(id)));
        return WholeLetter.of(source, view, topic);
    }

    private static long count(LetterReader reader, LetterTopic topic) {
        return reader.held(topic.name()).stream().mapToLong(Held::count).sum();
    }

    record Count(String topic, String source, long letters) {}
}
