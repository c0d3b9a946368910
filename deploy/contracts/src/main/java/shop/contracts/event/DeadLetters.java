package shop.contracts.event;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

/// Where a record goes that this service cannot handle, with its cause: `<topic>.<service>.dlq`. One that was replayed
/// and fails again goes there again, as a letter of its own that says the same of where it first came from.
@ApplicationScoped
@Startup
public class DeadLetters {

    /// The header with the cause.
    public static final String REASON = "dead-letter-reason";

    /// The header that says what an empty value of a letter means; see [Kept].
    public static final String VALUE = "dead-letter-value";

    private static final byte[] NOTHING = {};

    private final EventSender sender;
    private final MeterRegistry metrics;
    private final String consumer;

    DeadLetters(
            EventSenders senders,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sender = senders.of("dead-letters");
        this.metrics = metrics;
        this.consumer = consumer;
        // From the start: a counter that first appears with its first letter shows no increase to who watches it.
        Topic.consumedBy(consumer).forEach(it -> counter(Topic.deadLettersOf(it.topicName(), consumer)));
    }

    /// Keeps the record as it came. Returns when the broker has it, however long that takes; throws [NotSent]
    /// where it never will.
    public void keep(IncomingEvent event, Exception cause) {
        keep(event, String.valueOf(cause.getMessage()), event.isTombstone() ? Kept.TOMBSTONE : Kept.VALUE);
    }

    /// Keeps key and cause only, for topics with personal data; and the cause by its kind, as its words may quote them.
    public void keepWithoutValue(IncomingEvent event, Exception cause) {
        keep(event, kindOf(cause), Kept.WITHHELD);
    }

    private void keep(IncomingEvent event, String reason, Kept kept) {
        var topic = Topic.deadLettersOf(Topic.sourceOf(event.source().topic()), consumer);
        var value = kept == Kept.VALUE ? event.source().value() : NOTHING;
        var letter = new ProducerRecord<>(topic, null, event.key(), value, headers(event, reason, kept));
        Batches.untilItPasses(() -> send(letter));
        counter(topic).increment();
    }

    private boolean send(ProducerRecord<String, byte[]> letter) {
        var failure = EventSender.failureOf(sender.send(letter));
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    private Counter counter(String topic) {
        return metrics.counter("shop.dead.letters", "topic", topic);
    }

    static Headers headers(IncomingEvent event, String reason, Kept kept) {
        var headers = new RecordHeaders(event.source().headers().toArray());
        var origin = event.origin();
        set(headers, REASON, reason);
        set(headers, VALUE, kept.name());
        set(headers, Origin.TOPIC, origin.topic());
        set(headers, Origin.PARTITION, Integer.toString(origin.partition()));
        set(headers, Origin.OFFSET, Long.toString(origin.offset()));
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

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// What a letter keeps of its record's value.
    public enum Kept {
        /// All of it.
        VALUE,
        /// That there was none: the record deleted what its key stands for.
        TOMBSTONE,
        /// Nothing, as it may name people: who needs it reads it where the record came from.
        WITHHELD
    }
}
