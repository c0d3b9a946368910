package shop.inventory.reservation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/// One poll of records, exactly as a test wants it composed.
final class Batch {

    private static final AtomicLong OFFSETS = new AtomicLong();

    private Batch() {}

    @SafeVarargs
    static ConsumerRecords<String, byte[]> of(ProducerRecord<String, byte[]>... records) {
        return of(Arrays.asList(records));
    }

    static ConsumerRecords<String, byte[]> of(List<ProducerRecord<String, byte[]>> records) {
        var partition = new TopicPartition(records.getFirst().topic(), 0);
        var consumed = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var it : records) {
            consumed.add(new ConsumerRecord<>(
                    it.topic(),
                    0,
                    OFFSETS.getAndIncrement(),
                    0L,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    it.key(),
                    it.value(),
                    new RecordHeaders(it.headers().toArray()),
                    Optional.empty()));
        }
        return new ConsumerRecords<>(Map.of(partition, consumed), Map.of());
    }
}
