package shop.contracts.deadletter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/// Reads parts of topics beside the consumers, without a group: nobody's place in them changes.
///
/// Throws Kafka's [TimeoutException] where the broker gives nothing for some seconds.
final class LetterReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long WORTH_A_JUMP = 20;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Duration patience;

    LetterReader(KafkaConsumer<String, byte[]> consumer, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
    }

    /// What each partition holds now; nothing where there is no such topic.
    List<Held> held(String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions);
        return consumer.beginningOffsets(partitions).entrySet().stream()
                .map(it -> new Held(it.getKey(), it.getValue(), ends.getOrDefault(it.getKey(), it.getValue())))
                .toList();
    }

    /// What is at one place; nothing where that is outside the partition, or was removed.
    Optional<ConsumerRecord<String, byte[]>> at(TopicPartition partition, long offset) {
        var held = held(partition.topic()).stream()
                .filter(it -> it.partition().equals(partition) && it.has(offset))
                .findFirst();
        return held.isEmpty()
                ? Optional.empty()
                : read(new Held(partition, offset, offset + 1), Optional::of).stream()
                        .findFirst();
    }

    /// Hands out one part of a partition in its order, and returns what is made of it.
    <T> List<T> read(Held part, Function<ConsumerRecord<String, byte[]>, Optional<T>> made) {
        consumer.assign(Set.of(part.partition()));
        consumer.seek(part.partition(), part.begin());
        var all = new ArrayList<T>();
        var progress = System.nanoTime();
        for (var next = part.begin(); next < part.end(); next = consumer.position(part.partition())) {
            consumer.poll(POLL).forEach(it -> {
                if (it.offset() < part.end()) {
                    made.apply(it).ifPresent(all::add);
                }
            });
            if (consumer.position(part.partition()) > next) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > patience.toNanos()) {
                throw new TimeoutException("Nothing of %s for %s".formatted(part.partition(), patience));
            }
        }
        return all;
    }

    /// The letters at these places of a topic, for those that are there, in no order.
    List<Letter> letters(String topic, Collection<LetterId> ids) {
        var offsets = ids.stream()
                .collect(groupingBy(LetterId::partition, mapping(LetterId::offset, toCollection(TreeSet::new))));
        var letters = new ArrayList<Letter>();
        for (var held : held(topic)) {
            var wanted = offsets.getOrDefault(held.partition().partition(), new TreeSet<>());
            for (var part : held.partsWith(wanted)) {
                letters.addAll(read(
                        part,
                        it -> Optional.of(it)
                                .filter(letter -> wanted.contains(letter.offset()))
                                .map(Letter::of)));
            }
        }
        return letters;
    }

    /// A part of a partition.
    ///
    /// @param end the first offset after it
    record Held(TopicPartition partition, long begin, long end) {

        long count() {
            return end - begin;
        }

        boolean has(long offset) {
            return begin <= offset && offset < end;
        }

        /// The last of it, at most so many.
        Held last(long most) {
            return new Held(partition, Math.max(begin, end - most), end);
        }

        Held before(long bound) {
            return new Held(partition, begin, Math.clamp(bound, begin, end));
        }

        Held from(long first) {
            return new Held(partition, Math.clamp(first, begin, end), end);
        }

        /// Parts that hold these offsets, and little else: what lies between two is read only where it is less than
        /// what a jump would cost.
        List<Held> partsWith(SortedSet<Long> offsets) {
            var parts = new ArrayList<Held>();
            for (var offset : offsets.subSet(begin, end)) {
                var last = parts.isEmpty() ? null : parts.getLast();
                if (last != null && offset - last.end < WORTH_A_JUMP) {
                    parts.set(parts.size() - 1, new Held(partition, last.begin, offset + 1));
                } else {
                    parts.add(new Held(partition, offset, offset + 1));
                }
            }
            return parts;
        }
    }
}
