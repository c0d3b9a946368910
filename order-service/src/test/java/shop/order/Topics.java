package shop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// What stands on the topics, read from their start; and what neighbours write there.
public final class Topics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final Map<String, Log> LOGS = new ConcurrentHashMap<>();

    private Topics() {}

    /// A record with its headers and, of an event, its JSON.
    public record Told(String key, String id, String type, Map<String, String> headers, JsonNode data) {
        public int sequence() {
            return data.get("sequence").asInt();
        }

        public boolean isTombstone() {
            return data.isNull();
        }
    }

    /// All that this service told of the key, each event as its schema wants it.
    public static List<Told> told(String topic, String key) {
        var events = told(topic).stream().filter(it -> key.equals(it.key())).toList();
        events.stream()
                .filter(it -> !it.isTombstone())
                .forEach(it -> assertThat(violations(topic, it)).isEmpty());
        return events;
    }

    public static List<Told> deadLetters(String key) {
        return on("inventory.reservations.v1.order-service.dlq", key);
    }

    /// Whatever is on the topic with this key, whoever wrote it.
    public static List<Told> on(String topic, String key) {
        return told(topic).stream().filter(it -> key.equals(it.key())).toList();
    }

    /// Writes records one after the other to one partition, sent together.
    public static void send(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<String, byte[]>(
                config(Map.of("linger.ms", "50")), new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    public static ProducerRecord<String, byte[]> reservation(String key, String type, byte[] value) {
        var event = new ProducerRecord<>("inventory.reservations.v1", 0, key, value);
        event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_id", ("id-of-" + key).getBytes(StandardCharsets.UTF_8));
        return event;
    }

    public static List<?> violations(String topic, Told event) {
        return violations(topic, event.type(), event.data().toString());
    }

    public static List<?> violations(String topic, String type, String json) {
        return SCHEMAS.computeIfAbsent("/contracts/%s/%s.schema.json".formatted(topic, type), Topics::schema)
                .validate(json, InputFormat.JSON);
    }

    private static Schema schema(String path) {
        try (var schema = Topics.class.getResourceAsStream(path)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Told> told(String topic) {
        return LOGS.computeIfAbsent(topic, Log::new).upToNow();
    }

    /// A topic as far as it was read, so that no test reads again what another has read.
    private static final class Log {

        private final KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config(Map.of()), new StringDeserializer(), new ByteArrayDeserializer());
        private final List<TopicPartition> partitions;
        private final List<Told> read = new ArrayList<>();

        Log(String topic) {
            partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        synchronized List<Told> upToNow() {
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> read.add(read(it)));
            }
            return List.copyOf(read);
        }
    }

    private static Told read(ConsumerRecord<String, byte[]> source) {
        var headers = new HashMap<String, String>();
        source.headers().forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
        return new Told(source.key(), headers.get("ce_id"), headers.get("ce_type"), headers, json(source.value()));
    }

    private static JsonNode json(byte[] value) {
        if (value == null) {
            return JSON.nullNode();
        }
        try {
            return value == null ? JSON.nullNode() : JSON.readTree(value);
        } catch (IOException e) {
            return JSON.getNodeFactory().binaryNode(value);
        }
    }

    private static Properties config(Map<String, String> more) {
        var config = new Properties();
        config.putAll(more);
        config.put("bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        return config;
    }
}
