package shop.catalog.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.Batches;

/// Creates the index when the service starts, or as soon as OpenSearch answers: nobody has to wait for it.
@ApplicationScoped
class IndexCreation {

    private final ProductIndex index;
    private @Nullable Thread thread;

    IndexCreation(ProductIndex index) {
        this.index = index;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("index-creation").start(() -> Batches.untilItPasses(this::create));
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private boolean create() {
        index.create();
        return true;
    }
}
