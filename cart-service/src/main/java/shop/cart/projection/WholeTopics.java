package shop.cart.projection;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import shop.contracts.event.IncomingEvent;

/// Reads topics beside the consumers, without a group: nobody's place in them changes.
@ApplicationScoped
class WholeTopics {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> broker;

    WholeTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /// Hands out all of a topic, from its beginning to where it ends now, a poll at a time.
    void read(String topic, Consumer<List<IncomingEvent>> batch) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var ends = consumer.endOffsets(assign(consumer, topic));
            while (isBehind(consumer, ends)) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    batch.accept(IncomingEvent.in(records));
                }
            }
        }
    }

    private static List<TopicPartition> assign(KafkaConsumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("There is no topic " + topic);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private static boolean isBehind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue());
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", "1000");
        settings.put("default.api.timeout.ms", "10000");
        settings.remove("group.id");
        return settings;
    }
}
