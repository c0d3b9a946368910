package shop.catalog;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/// Writes to topics and reads them, past the service.
@ApplicationScoped
public class Topics {

    public static final String PRODUCTS = "catalog.products.v1";
    public static final String STOCK = "inventory.stock.v1";

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;

    Topics(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
    }

    public void send(String topic, String key, String type, String json) {
        producer.send(record(topic, null, key, type, json));
        producer.flush();
    }

    /// All into one partition, so that they arrive together and in this order.
    public void sendTogether(String topic, List<Sent> events) {
        events.forEach(it -> producer.send(record(topic, 0, it.key(), it.type(), it.json())));
        producer.flush();
    }

    /// Everything on the topic with this key, oldest first.
    public List<ConsumerRecord<String, byte[]>> read(String topic, String key) {
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
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    if (key.equals(it.key())) {
                        found.add(it);
                    }
                });
            }
            return found;
        }
    }

    public static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, Integer partition, String key, String type, String json) {
        var record = new ProducerRecord<>(topic, partition, key, json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    public record Sent(String key, String type, String json) {}
}
