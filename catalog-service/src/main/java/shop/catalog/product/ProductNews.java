package shop.catalog.product;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Keeps [ProductAnswers] true: fills it at the start, and forgets what any replica changed.
@ApplicationScoped
class ProductNews {

    private final ProductAnswers answers;
    private final int warm;

    ProductNews(ProductAnswers answers, @ConfigProperty(name = "shop.product.answers.warm") int warm) {
        this.answers = answers;
        this.warm = warm;
    }

    /// Beside the start, which does not wait for it.
    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("popular-products").start(() -> answers.warm(warm));
    }

    @Incoming("product-news")
    void on(ConsumerRecords<String, byte[]> records) {
        var changed = new HashSet<String>();
        for (ConsumerRecord<String, byte[]> it : records) {
            changed.add(it.key());
        }
        answers.forget(changed);
    }
}
