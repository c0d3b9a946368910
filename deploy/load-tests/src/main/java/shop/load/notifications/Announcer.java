package shop.load.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Says what order-service would.
final class Announcer implements AutoCloseable {

    private static final String CUSTOMER = """
            {"customerId":"%1$s","version":1,"erased":false,"name":"A customer","email":"%1$s@example.com",\
            "phone":"+14155550100","membership":"NONE"}""";

    private final KafkaProducer<String, byte[]> producer;

    Announcer(String broker) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// Does not wait for the broker.
    void tell(OrderEvent event, Instant at) {
        producer.send(event.at(at));
    }

    void tellOfCustomer(String customerId) {
        var json = CUSTOMER.formatted(customerId).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>("order.customers.v1", customerId, json);
        record.headers().add("ce_type", "CustomerChanged".getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    /// Returns when the broker has all of it.
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
