package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Feeds the index from the product topic. While OpenSearch is away it waits, and the offsets with it.
@ApplicationScoped
class ProductIndexer {

    private final ProductIndex index;
    private final Event<ProductsIndexed> indexed;
    private final Freshness freshness;
    private final FreshnessProbe probe;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    ProductIndexer(
            ProductIndex index,
            Event<ProductsIndexed> indexed,
            Freshness freshness,
            FreshnessProbe probe,
            DeadLetters deadLetters,
            ObjectMapper json) {
        this.index = index;
        this.indexed = indexed;
        this.freshness = freshness;
        this.probe = probe;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("products")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var changes = IncomingEvent.in(records).stream().flatMap(this::read).toList();
        freshness.writing(oldestOf(changes));
        Batches.handle(changes, this::index, this::refused);
        freshness.writing(null);
    }

    private List<Void> index(List<Change> changes) {
        var result = index.put(changes.stream().map(Change::document).toList());
        probe.follow(result.written());
        var refused = result.refused();
        var positions = refused.stream().map(Written.Refusal::position).collect(Collectors.toSet());
        indexed.fire(ProductsIndexed.of(IntStream.range(0, changes.size())
                .filter(it -> !positions.contains(it))
                .mapToObj(it -> changes.get(it).document())
                .toList()));
        refused.forEach(it -> deadLetters.keep(changes.get(it.position()).event(), it.asException()));
        return List.of();
    }

    private List<Void> refused(Change change, RuntimeException cause) {
        deadLetters.keep(change.event(), cause);
        return List.of();
    }

    private Stream<Change> read(IncomingEvent event) {
        try {
            return switch (ProductEvent.read(event, json)) {
                case ProductDocument document -> Stream.of(new Change(event, document));
                case ProductEvent.Other _ -> Stream.empty();
            };
        } catch (IncomingEvent.Unreadable e) {
            deadLetters.keep(event, e);
            return Stream.empty();
        }
    }

    private static @Nullable Instant oldestOf(List<Change> changes) {
        return changes.stream()
                .map(it -> it.document().updatedAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private record Change(IncomingEvent event, ProductDocument document) {}
}
