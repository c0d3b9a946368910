package shop.contracts.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/// A record as it came from a topic, not yet read.
public record IncomingEvent(ConsumerRecord<String, byte[]> source) {

    /// The records of one poll in their order.
    public static List<IncomingEvent> in(ConsumerRecords<String, byte[]> records) {
        var events = new ArrayList<IncomingEvent>(records.count());
        records.forEach(it -> events.add(new IncomingEvent(it)));
        return events;
    }

    public String key() {
        return source.key();
    }

    /// The CloudEvents id; without one, the record's place on its topic, which is as unique.
    public String id() {
        var id = header("ce_id");
        return id != null ? id : origin().toString();
    }

    /// Where it was read first; replays change nothing about that.
    public Origin origin() {
        return Origin.of(source);
    }

    /// The CloudEvents type, or an empty string, which is no event's type.
    public String type() {
        var type = header("ce_type");
        return type != null ? type : "";
    }

    /// True where the owner deleted what the key stands for.
    public boolean isTombstone() {
        return source.value() == null;
    }

    /// Reads the JSON into a consumer's own record. Throws [Unreadable] where it does not fit.
    public <T> T as(Class<T> type, ObjectMapper json) {
        try {
            var read = isTombstone() ? null : json.readValue(source.value(), type);
            if (read == null) {
                throw new Unreadable("no value", null);
            }
            return read;
        } catch (IOException e) {
            throw new Unreadable(e.getMessage(), e);
        }
    }

    private @Nullable String header(String name) {
        var header = source.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// The record's value is not what its type promises.
    public static final class Unreadable extends RuntimeException {
        Unreadable(@Nullable String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
