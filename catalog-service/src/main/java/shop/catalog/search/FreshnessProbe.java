package shop.catalog.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Follows one written document at a time until searches see it, by looking at what they would see of it. All others
/// pass by unwatched: that costs a few small requests a second, however much is written.
@ApplicationScoped
class FreshnessProbe {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final ProductIndex index;
    private final Freshness freshness;
    private final SynchronousQueue<ProductDocument> next = new SynchronousQueue<>();
    private final Thread thread = Thread.ofVirtual().name("freshness").unstarted(this::run);

    FreshnessProbe(ProductIndex index, Freshness freshness) {
        this.index = index;
        this.freshness = freshness;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    /// Follows the oldest of the changes that were written just now, unless it is at another one.
    void follow(List<ProductDocument> written) {
        written.stream().min(Comparator.comparing(ProductDocument::updatedAt)).ifPresent(next::offer);
    }

    private void run() {
        try {
            while (true) {
                var document = next.take();
                freshness.watching(document.updatedAt());
                while (!isFound(document)) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
                freshness.found(document.updatedAt());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // The service stops.
        }
    }

    private boolean isFound(ProductDocument document) {
        try {
            return index.foundVersion(document.productId()) >= document.version();
        } catch (IndexAway | OpenSearchException _) {
            return false;
        }
    }
}
