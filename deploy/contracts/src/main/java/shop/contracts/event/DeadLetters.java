package shop.contracts.event;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.Topic;

/// Where a record goes that this service cannot handle, with its cause: `<topic>.<service>.dlq`.
@ApplicationScoped
@Startup
public class DeadLetters {

    private static final byte[] NOTHING = {};

    private final EventSender sender;
    private final String consumer;

    DeadLetters(EventSenders senders, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sender = senders.of("dead-letters");
        this.consumer = consumer;
    }

    /// Keeps the record as it came. Returns when the broker has it, however long that takes; throws [NotSent]
    /// where it never will.
    public void keep(IncomingEvent event, Exception cause) {
        keep(
                event,
                String.valueOf(cause.getMessage()),
                event.isTombstone() ? NOTHING : event.source().value());
    }

    /// Keeps key and cause only, for topics with personal data; and the cause by its kind, as its words may quote them.
    public void keepWithoutValue(IncomingEvent event, Exception cause) {
        keep(event, kindOf(cause), NOTHING);
    }

    private void keep(IncomingEvent event, String reason, byte[] value) {
        var topic = Topic.deadLettersOf(event.source().topic(), consumer);
        var letter = new ProducerRecord<>(topic, null, event.key(), value, headers(event, reason));
        Batches.untilItPasses(() -> send(letter));
    }

    private boolean send(ProducerRecord<String, byte[]> letter) {
        var failure = EventSender.failureOf(sender.send(letter));
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    private Headers headers(IncomingEvent event, String reason) {
        var source = event.source();
        var headers = new RecordHeaders(source.headers().toArray());
        add(headers, "dead-letter-reason", reason);
        add(headers, "dead-letter-topic", source.topic());
        add(headers, "dead-letter-partition", Integer.toString(source.partition()));
        add(headers, "dead-letter-offset", Long.toString(source.offset()));
        return headers;
    }

    static String kindOf(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(it -> switch (it) {
                    case SQLException e -> "SQLSTATE " + e.getSQLState();
                    case JsonMappingException e -> e.getClass().getSimpleName() + " at " + e.getPathReference();
                    default -> it.getClass().getSimpleName();
                })
                .collect(Collectors.joining(": "));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
