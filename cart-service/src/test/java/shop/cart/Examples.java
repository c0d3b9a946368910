package shop.cart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import shop.contracts.event.IncomingEvent;

/// The events of `deploy/contracts`.
public final class Examples {

    private Examples() {}

    /// The example of an event, as if it came from its topic.
    public static IncomingEvent of(String topic, String type) {
        var record = new ConsumerRecord<>(topic, 0, 0, "key", read(topic, type, "example"));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        return new IncomingEvent(record);
    }

    public static String schema(String topic, String type) {
        return new String(read(topic, type, "schema"), UTF_8);
    }

    private static byte[] read(String topic, String type, String kind) {
        var name = "/contracts/%s/%s.%s.json".formatted(topic, type, kind);
        try (var file = Examples.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
