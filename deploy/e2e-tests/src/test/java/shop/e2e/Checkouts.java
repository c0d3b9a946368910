package shop.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The cart service, as inventory sees it: asks for stock on one topic, and reads all that is answered on another.
final class Checkouts implements AutoCloseable {

    private static final String LINE = """
            {"productId":"%s","name":"A product","quantity":%d,"unitPrice":"1.00","discount":"0.00","total":"1.00",\
            "explanation":[]}""";
    private static final String CHECKOUT = """
            {"orderId":"%s","customerId":"alice","cartId":"019aa5b2-7c1e-7d3a-8a55-1f2e3d4c5b6a","lines":[%s],\
            "subtotal":"1.00","discount":"0.00","total":"1.00","currency":"USD","region":"EU",\
            "fingerprint":"6c1f4f0b7d0e4a55","requestedAt":"2026-11-27T10:15:30Z","expiresAt":"%s"}""";

    private final ObjectMapper json = new ObjectMapper();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, List<JsonNode>> answers = new HashMap<>();

    Checkouts(String broker) {
        var servers = Map.<String, Object>of("bootstrap.servers", broker);
        producer = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor("inventory.reservations.v1").stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Asks for these, each a map of products and quantities; returns when the broker has them.
    void ask(List<Map<String, Integer>> wanted) {
        wanted.forEach(it -> producer.send(record(it)));
        producer.flush();
    }

    Set<String> asked() {
        return asked;
    }

    /// All that was answered up to now, by order id, in the order of its coming.
    Map<String, List<JsonNode>> answers() {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            if (type.equals("StockReserved") || type.equals("StockRejected")) {
                answers.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(read(record.value()));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private ProducerRecord<String, byte[]> record(Map<String, Integer> wanted) {
        var orderId = UUID.randomUUID().toString();
        asked.add(orderId);
        var lines = wanted.entrySet().stream()
                .map(it -> LINE.formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(","));
        var expiresAt = Instant.now().plus(Duration.ofHours(1));
        var text = CHECKOUT.formatted(orderId, lines, expiresAt);
        var record = new ProducerRecord<>("cart.checkouts.v1", orderId, text.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "CheckoutRequested".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private JsonNode read(byte[] text) {
        try {
            return json.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
