package shop.contracts.deadletter;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import shop.contracts.http.Problems;

/// Kafka, as one request reads it: by a client of its own, which ends with the request.
@ApplicationScoped
class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Map<String, Object> settings;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.remove("group.id");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("auto.offset.reset", "earliest"); // A letter may grow too old while it is looked for.
        settings.put("max.poll.records", "200");
        settings.put("fetch.max.wait.ms", "1"); // Nothing is waited for: only what is there is asked for.
        settings.put("fetch.max.bytes", "8388608"); // A letter has up to 5 MiB, and the client must not hold many.
        settings.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        settings.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
    }

    /// Returns what `work` makes of what it reads; throws a 503 problem where Kafka does not answer.
    <T> T read(Function<LetterReader, T> work) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return work.apply(new LetterReader(consumer, PATIENCE));
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    static RuntimeException away(Exception cause) {
        LOG.warnf("Dead letters are out of reach: %s", cause);
        return Problems.unavailable("Kafka does not answer; ask again in a moment", RETRY_AFTER_SECONDS);
    }
}
