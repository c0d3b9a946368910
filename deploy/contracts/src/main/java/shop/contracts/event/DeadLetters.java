package shop.contracts.event;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import shop.contracts.Topic;

/// Where a record goes that this service cannot handle, with its cause: `<topic>.<service>.dlq`.
@ApplicationScoped
public class DeadLetters {

    private static final byte[] NOTHING = {};

    private final MutinyEmitter<byte[]> emitter;
    private final String consumer;

    DeadLetters(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.emitter = emitter;
        this.consumer = consumer;
    }

    /// Keeps the record as it came. Returns when the broker has it; throws [EventSending.NotSent] where it may not.
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
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(Topic.deadLettersOf(event.source().topic(), consumer))
                .withKey(event.key())
                .withHeaders(headers(event, reason))
                .build();
        try {
            Batches.untilItPasses(() -> send(Message.of(value, Metadata.of(metadata))));
        } catch (RuntimeException e) {
            throw new EventSending.NotSent(e);
        }
    }

    private boolean send(Message<byte[]> message) {
        try {
            emitter.sendMessageAndAwait(message);
            return true;
        } catch (RuntimeException e) {
            throw new EventSending.NotSent(e);
        }
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
