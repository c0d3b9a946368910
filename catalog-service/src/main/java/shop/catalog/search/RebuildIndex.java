package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;

/// Builds an index from all that the product topic has, beside the one that serves, and lets it take its place.
///
/// Searches and updates go on meanwhile, and nothing is lost. The indexer writes through the alias: what it wrote to
/// the old index it had read from the topic before that index refused writes, so it lies before the topic's ends as
/// they are looked for after that, and up to these the rebuild reads on. A bulk that still meets the old index is
/// refused, and the indexer says it again, through the alias, to the new one. Which of the two writes a product first
/// does not matter, since the older version never wins.
@ApplicationScoped
class RebuildIndex {

    /// Read in a moment: to come closer to a topic that grows is not worth another look.
    private static final int FEW = 1000;

    private final ProductIndices indices;
    private final DocumentWriter writer;
    private final ProductTopic topic;
    private final IndexRebuilds rebuilds;
    private final RebuildSettings settings;
    private final Event<CaughtUp> caughtUp;
    private final ObjectMapper json;

    RebuildIndex(
            ProductIndices indices,
            DocumentWriter writer,
            ProductTopic topic,
            IndexRebuilds rebuilds,
            RebuildSettings settings,
            Event<CaughtUp> caughtUp,
            ObjectMapper json) {
        this.indices = indices;
        this.writer = writer;
        this.topic = topic;
        this.rebuilds = rebuilds;
        this.settings = settings;
        this.caughtUp = caughtUp;
        this.json = json;
    }

    /// Returns when the new index serves and the old one is gone; waits for servers that are away.
    ///
    /// Throws [Patience.Exhausted], or what else it cannot go on after.
    void run(RebuildClaim claim) {
        var patience = new Patience(settings.patience());
        var spare = indices.nextSpare();
        patience.during(indices::deleteOthers);
        patience.during(() -> indices.ensureOneServes(spare));
        patience.during(() -> indices.createBeside(claim.index()));
        try (var reading = patience.with(topic::open)) {
            run(claim, new IndexFilling(claim, reading, writer, patience, settings.rest(), json), patience);
        }
    }

    private void run(RebuildClaim claim, IndexFilling filling, Patience patience) {
        filling.catchUp(FEW);
        patience.during(() -> indices.furnish(claim.index()));
        filling.readOn();
        patience.during(() -> indices.refresh(claim.index()));
        caughtUp.fire(new CaughtUp(claim.index()));
        var old = takeOver(claim, patience);
        filling.readOn();
        patience.during(() -> indices.refresh(claim.index()));
        patience.during(() -> indices.declareWhole(claim.index()));
        deleteAfterGrace(old, patience);
    }

    /// Returns what served before, as nobody will write to it any more.
    private Set<String> takeOver(RebuildClaim claim, Patience patience) {
        if (!patience.with(() -> rebuilds.renew(claim))) {
            throw new IllegalStateException("Another one has begun the rebuild anew");
        }
        var old = patience.with(indices::serving);
        patience.during(() -> indices.replace(old, claim.index()));
        old.forEach(it -> patience.during(() -> indices.refuseWrites(it)));
        return old;
    }

    /// Searches that are still at the old index come to their end.
    private void deleteAfterGrace(Set<String> old, Patience patience) {
        try {
            Thread.sleep(settings.grace());
            patience.during(() -> indices.delete(old));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // It serves no more; the next rebuild deletes it.
        }
    }

    /// Said within the service when an index has all that the topic had a moment ago, just before it begins to serve.
    record CaughtUp(String index) {}
}
