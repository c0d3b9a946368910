package shop.catalog.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import shop.contracts.event.Batches;
import shop.contracts.event.IncomingEvent;

/// One reading of a topic, from its beginning to wherever it ends when that is looked for.
///
/// All methods throw [Batches.Unavailable] while the broker is away, and may be called again after that.
final class TopicReading implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> begins;
    private Map<TopicPartition, Long> ends;

    private TopicReading(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> begins) {
        this.consumer = consumer;
        this.begins = begins;
        this.ends = begins;
    }

    /// Closes the consumer if this fails.
    static TopicReading begin(KafkaConsumer<String, byte[]> consumer, String topic) {
        try {
            return answerOf(() -> {
                var partitions = partitionsOf(consumer, topic);
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                return new TopicReading(consumer, consumer.beginningOffsets(partitions));
            });
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /// Looks where the topic ends now, and returns how far that is.
    long lookForEnd() {
        ends = answerOf(() -> consumer.endOffsets(begins.keySet()));
        return toRead() - read();
    }

    /// Whether what was the end when it was looked for has not been reached.
    boolean isBehind() {
        return ends.entrySet().stream().anyMatch(it -> position(it.getKey()) < it.getValue());
    }

    /// The next few records; none where none came within a moment.
    List<IncomingEvent> poll() {
        return answerOf(() -> IncomingEvent.in(consumer.poll(POLL)));
    }

    /// From the beginning to here.
    long read() {
        return sum(begins.keySet().stream().map(this::position).toList()) - sum(begins.values());
    }

    /// From the beginning to the end as it was looked for, or to here if that is farther.
    long toRead() {
        var farthest = ends.entrySet().stream()
                .map(it -> Math.max(it.getValue(), position(it.getKey())))
                .toList();
        return sum(farthest) - sum(begins.values());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long position(TopicPartition partition) {
        return answerOf(() -> consumer.position(partition));
    }

    private static long sum(Collection<Long> offsets) {
        return offsets.stream().mapToLong(it -> it).sum();
    }

    private static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new Batches.Unavailable("There is no topic " + topic, null);
        }
        return partitions;
    }

    private static <T> T answerOf(Supplier<T> question) {
        try {
            return question.get();
        } catch (RetriableException e) {
            throw new Batches.Unavailable(e.getMessage(), e);
        }
    }
}
