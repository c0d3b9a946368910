package shop.catalog.search;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The product topic, to be read whole beside the indexer, without a group: nobody's place in it changes.
@ApplicationScoped
class ProductTopic {

    private final Map<String, Object> broker;
    private final String topic;
    private final int atOnce;

    ProductTopic(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.outgoing.product-changes.topic") String topic,
            @ConfigProperty(name = "mp.messaging.incoming.products.max.poll.records") int atOnce) {
        this.broker = broker;
        this.topic = topic;
        this.atOnce = atOnce;
    }

    /// Begins at its beginning. Throws as [TopicReading] does.
    TopicReading open() {
        var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
        return TopicReading.begin(consumer, topic);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", atOnce);
        settings.put("default.api.timeout.ms", "10000");
        settings.remove("group.id");
        return settings;
    }
}
