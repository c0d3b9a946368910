package shop.load.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What order-service says of one order.
record OrderEvent(UUID orderId, String customerId, Step step) {

    private static final String JSON = """
            {"orderId":"%s","customerId":"%s","sequence":%d,"at":"%s"%s}""";

    String eventId() {
        return "%s-%d".formatted(orderId, step.sequence());
    }

    /// What happens to the same order at another time.
    OrderEvent then(Step other) {
        return new OrderEvent(orderId, customerId, other);
    }

    /// Of the notification that the service makes of it.
    String notificationId(String channel) {
        return eventId() + ":" + channel;
    }

    ProducerRecord<String, byte[]> at(Instant at) {
        var json = JSON.formatted(orderId, customerId, step.sequence(), at, step.fields());
        var record = new ProducerRecord<>("order.orders.v1", orderId.toString(), bytes(json));
        record.headers().add("ce_type", bytes(step.type())).add("ce_id", bytes(eventId()));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
