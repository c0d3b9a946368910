package shop.catalog.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keeps imports from running far ahead of the index: what is stored should soon be found, too.
@ApplicationScoped
class IndexPace {

    private final Unindexed unindexed;
    private final long mostWaiting;
    private final Duration patience;

    /// @param mostWaiting an import waits while more of its products than these are not in the index yet
    /// @param patience for how long the index may stand still before nobody waits for it
    IndexPace(
            Unindexed unindexed,
            @ConfigProperty(name = "shop.import.waiting-for-index") long mostWaiting,
            @ConfigProperty(name = "shop.import.index-patience") Duration patience) {
        this.unindexed = unindexed;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    IndexLag of(String importId) {
        return new IndexLag(mostWaiting, patience, () -> unindexed.indexed(importId));
    }
}
