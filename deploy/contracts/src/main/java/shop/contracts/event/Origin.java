package shop.contracts.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import shop.contracts.Topic;

/// The place on a topic where a record was read for the first time, by which it is known however often it is replayed.
public record Origin(String topic, int partition, long offset) {

    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    /// What the headers of a dead letter say; nothing where they say it in no way of ours.
    public static Optional<Origin> toldBy(Headers headers) {
        var topic = text(headers, TOPIC);
        var partition = text(headers, PARTITION);
        var offset = text(headers, OFFSET);
        if (topic == null || partition == null || offset == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Origin(topic, Integer.parseInt(partition), Long.parseLong(offset)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A record's own place, unless it is replayed. On any other topic such headers are nothing to believe.
    static Origin of(ConsumerRecord<?, ?> event) {
        var here = new Origin(event.topic(), event.partition(), event.offset());
        var source = Topic.sourceOf(event.topic());
        return source.equals(event.topic())
                ? here
                : toldBy(event.headers())
                        .filter(it -> it.topic().equals(source))
                        .orElse(here);
    }

    @Override
    public String toString() {
        return "%s/%d/%d".formatted(topic, partition, offset);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
