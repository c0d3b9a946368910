package shop.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// All that was ever told of orders, as a consumer of `order.orders.v1` makes it out who drops what they have seen.
final class OrderTopic implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<Told>> told = new HashMap<>();

    OrderTopic(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor("order.orders.v1").stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    record Told(int sequence, String type) {}

    /// What is new of each order up to now, in the order of its coming.
    Map<String, List<Told>> told() {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            var news = told.computeIfAbsent(record.key(), _ -> new ArrayList<>());
            var event = event(record);
            if (news.isEmpty() || news.getLast().sequence() < event.sequence()) {
                news.add(event);
            }
        }
        return told;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Told event(ConsumerRecord<String, byte[]> record) {
        var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return new Told(read(record.value()).path("sequence").asInt(), type);
    }

    private JsonNode read(byte[] text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
