package shop.inventory;

import static org.awaitility.Awaitility.await;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The other services, as this one sees them: sends to topics, and reads all that is on them.
@ApplicationScoped
public class Broker {

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> TOPICS = List.of(
            "inventory.reservations.v1",
            "inventory.stock.v1",
            "cart.checkouts.v1.inventory-service.dlq",
            "order.orders.v1.inventory-service.dlq");

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<Said>> said = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    Broker(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers, "acks", "all");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        reader = Thread.ofPlatform().daemon().start(this::readAll);
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        reader.join();
        producer.close();
    }

    public void send(String topic, String key, String type, String json) {
        producer.send(record(topic, key, type, json));
        producer.flush();
    }

    public void sendAll(Stream<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    public static ProducerRecord<String, byte[]> record(String topic, String key, String type, String json) {
        var record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /// All that was said about a key on a topic up to now.
    public List<Said> on(String topic, String key) {
        return said.getOrDefault(topic + "/" + key, List.of());
    }

    /// Waits until what was said about a key on a topic is as asserted.
    public void awaitOn(String topic, String key, Consumer<List<Said>> assertion) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).untilAsserted(() -> assertion.accept(on(topic, key)));
    }

    private void readAll() {
        var partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!closed) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::keep);
        }
        consumer.close();
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        said.computeIfAbsent(record.topic() + "/" + record.key(), _ -> new CopyOnWriteArrayList<>())
                .add(new Said(
                        header(record.headers(), "ce_type"),
                        header(record.headers(), "ce_id"),
                        header(record.headers(), "dead-letter-reason"),
                        new String(record.value(), StandardCharsets.UTF_8)));
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// A record on a topic; `reason` is why it is a dead letter.
    public record Said(String type, String id, String reason, String json) {}
}
