package shop.contracts.event;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/// The senders of this service's outgoing channels.
@ApplicationScoped
public class EventSenders {

    private final KafkaClientService kafka;
    private final Config config;

    EventSenders(KafkaClientService kafka, Config config) {
        this.kafka = kafka;
        this.config = config;
    }

    public EventSender of(String channel) {
        var topic = config.getValue("mp.messaging.outgoing.%s.topic".formatted(channel), String.class);
        return new EventSender(kafka.<String, byte[]>getProducer(channel).unwrap(), topic);
    }
}
