package shop.contracts.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// An event on its way to a topic: CloudEvents 1.0 in Kafka's binary mode, `data` being its JSON.
///
/// @param id stays the same when the event is told again
/// @param type the fact's name, as `OrderPlaced`
/// @param source the service that says it, as `/order-service`
/// @param key the record key and CloudEvents subject: the id of what the event is about
/// @param data null in a tombstone
public record OutgoingEvent(String id, String type, String source, String key, Instant time, byte @Nullable [] data) {

    /// The last word on a key: a record without a value, after which a compacted topic forgets the key.
    public static OutgoingEvent tombstone(String id, String source, String key, Instant time) {
        return new OutgoingEvent(id, "Tombstone", source, key, time, null);
    }

    public boolean isTombstone() {
        return data == null;
    }

    ProducerRecord<String, byte[]> toRecord(String topic) {
        return new ProducerRecord<>(topic, null, key, data, headers());
    }

    private Headers headers() {
        var headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_type", type);
        add(headers, "ce_source", source);
        add(headers, "ce_subject", key);
        add(headers, "ce_time", time.toString());
        if (!isTombstone()) {
            add(headers, "content-type", "application/json");
        }
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
