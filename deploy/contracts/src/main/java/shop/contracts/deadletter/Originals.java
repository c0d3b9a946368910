package shop.contracts.deadletter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.Origin;

/// Finds what letters without value stand for: the records where they first came from.
final class Originals {

    private final LetterReader reader;

    Originals(LetterReader reader) {
        this.reader = reader;
    }

    /// What the record was; it is found if the topic keeps it still.
    Content of(Origin source) {
        return reader.at(partitionOf(source), source.offset())
                .<Content>map(it -> new Content.Original(it.value()))
                .orElse(Content.NOWHERE);
    }

    /// What the records of a topic with personal data were, each only if it is the last word on its key: a consumer
    /// that has forgotten somebody has no version left by which it could tell that an older record is old.
    ///
    /// Reads the partitions from the first of the records to their ends.
    Map<LetterId, Content> lastWords(Collection<Letter> letters) {
        var contents = new HashMap<LetterId, Content>();
        var byPartition = letters.stream().collect(Collectors.groupingBy(it -> partitionOf(sourceOf(it))));
        byPartition.forEach((partition, some) -> contents.putAll(lastWords(partition, some)));
        return contents;
    }

    private Map<LetterId, Content> lastWords(TopicPartition partition, List<Letter> letters) {
        var last = latestByKey(partition, letters);
        return letters.stream()
                .collect(Collectors.toMap(Letter::id, it -> lastWord(it, last.get(it.key())), (one, _) -> one));
    }

    private Map<@Nullable String, ConsumerRecord<String, byte[]>> latestByKey(
            TopicPartition partition, List<Letter> letters) {
        var first =
                letters.stream().mapToLong(it -> sourceOf(it).offset()).min().orElseThrow();
        var keys = letters.stream().map(Letter::key).collect(Collectors.toSet());
        var latest = new HashMap<@Nullable String, ConsumerRecord<String, byte[]>>();
        reader.held(partition.topic()).stream()
                .filter(it -> it.partition().equals(partition))
                .forEach(it -> reader.read(it.from(first), record -> {
                    if (keys.contains(record.key())) {
                        latest.put(record.key(), record);
                    }
                    return Optional.empty();
                }));
        return latest;
    }

    private static Content lastWord(Letter letter, @Nullable ConsumerRecord<String, byte[]> latest) {
        return latest != null && latest.offset() == sourceOf(letter).offset()
                ? new Content.Original(latest.value())
                : Content.SUPERSEDED;
    }

    private static Origin sourceOf(Letter letter) {
        return Objects.requireNonNull(letter.source());
    }

    private static TopicPartition partitionOf(Origin source) {
        return new TopicPartition(source.topic(), source.partition());
    }
}
