package shop.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The broker as the other services use it.
@ApplicationScoped
public class Broker {

    private final KafkaProducer<String, byte[]> producer;
    private final String servers;

    Broker(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    public void send(AnEvent... events) {
        Stream.of(events).map(AnEvent::toRecord).forEach(producer::send);
        producer.flush();
    }

    /// Everything on a topic that fits, once there is anything.
    public List<ConsumerRecord<String, byte[]>> read(String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return read.stream().filter(fits).toList();
        }
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(it -> new String(it.value(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /// An event as another service tells it; a null value is a tombstone.
    public record AnEvent(
            String topic,
            String key,
            String id,
            String type,
            @Nullable String json) {

        public static AnEvent of(String topic, String key, String type, @Nullable String json) {
            return new AnEvent(topic, key, UUID.randomUUID().toString(), type, json);
        }

        public AnEvent withType(String other) {
            return new AnEvent(topic, key, id, other, json);
        }

        public AnEvent withJson(String other) {
            return new AnEvent(topic, key, id, type, other);
        }

        private ProducerRecord<String, byte[]> toRecord() {
            var record = new ProducerRecord<>(topic, key, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            return record;
        }
    }
}
