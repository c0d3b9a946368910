package shop.catalog.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.catalog.answer.Answer;
import shop.catalog.answer.Answers;
import shop.catalog.answer.KeptAnswers;

/// Products that are asked for often, as they are answered. A change takes them out: our own at once, that of another
/// replica when the topic tells it ([ProductNews]), and should that be late they are good for a minute at most.
@ApplicationScoped
class ProductAnswers {

    private final Products products;
    private final Answers answers;
    private final KeptAnswers kept;
    private final Clock clock;
    private final ObjectMapper json;

    ProductAnswers(
            Products products,
            Answers answers,
            MeterRegistry metrics,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "shop.product.answers.age") Duration age,
            @ConfigProperty(name = "shop.product.answers.memory") MemorySize memory) {
        this.products = products;
        this.answers = answers;
        this.clock = clock;
        this.json = json;
        kept = new KeptAnswers("products", age, memory.asLongValue(), clock, metrics);
    }

    /// Throws [ProductRefused.NotFound].
    Response respond(String productId, Request request, HttpHeaders headers) {
        return answers.respond(kept, productId, () -> read(productId), request, headers);
    }

    void forget(Collection<String> productIds) {
        kept.forget(productIds);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsSaved saved) {
        forget(saved.productIds());
    }

    /// Reads the most popular products before anybody asks.
    void warm(int most) {
        products.mostPopular(most).forEach(it -> kept.get(it, () -> read(it)));
    }

    private Answer read(String productId) {
        var now = clock.instant();
        var product = products.find(productId).orElseThrow(() -> new ProductRefused.NotFound(productId));
        return Answer.of(ProductSnapshot.of(product), product.version(), now, json);
    }
}
