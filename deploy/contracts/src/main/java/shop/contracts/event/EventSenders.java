package shop.contracts.event;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// The senders of this service's outgoing channels. Who takes one belongs to the start (`@Startup`, or an observer of
/// `StartupEvent`), so that a channel that is missing stops the service there and not at its first event.
@ApplicationScoped
public class EventSenders {

    private final KafkaClientService kafka;
    private final Config config;

    EventSenders(KafkaClientService kafka, Config config) {
        this.kafka = kafka;
        this.config = config;
    }

    /// The sender of `mp.messaging.outgoing.<channel>`; throws [IllegalStateException] where that is not configured.
    public EventSender of(String channel) {
        var prefix = "mp.messaging.outgoing.%s.".formatted(channel);
        if (config.getOptionalValue(prefix + "connector", String.class).isEmpty()) {
            throw new IllegalStateException(
                    "No outgoing channel '%s': %sconnector is not set".formatted(channel, prefix));
        }
        var topic = config.getOptionalValue(prefix + "topic", String.class).orElse(channel);
        return new EventSender(new Client(kafka, channel), topic);
    }

    /// The channel's client, looked up when it is first needed: a bean may be made before the channels are.
    private static final class Client implements Supplier<Producer<String, byte[]>> {

        private final KafkaClientService kafka;
        private final String channel;
        private volatile @Nullable Producer<String, byte[]> found;

        Client(KafkaClientService kafka, String channel) {
            this.kafka = kafka;
            this.channel = channel;
        }

        @Override
        public Producer<String, byte[]> get() {
            var known = found;
            return known != null ? known : lookUp();
        }

        private Producer<String, byte[]> lookUp() {
            var client = kafka.<String, byte[]>getProducer(channel);
            if (client == null) {
                throw new IllegalStateException("Channel '%s' has no client yet".formatted(channel));
            }
            var producer = client.unwrap();
            found = producer;
            return producer;
        }
    }
}
