package shop.catalog.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.catalog.product.StockView;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Follows what inventory says of products.
@ApplicationScoped
class StockConsumer {

    private final TakeStock takeStock;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    StockConsumer(TakeStock takeStock, DeadLetters deadLetters, ObjectMapper json) {
        this.takeStock = takeStock;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("stock")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        var changes = IncomingEvent.in(records).stream().flatMap(this::read).toList();
        Batches.handle(changes, this::take, this::refused);
    }

    private Stream<Change> read(IncomingEvent event) {
        try {
            return switch (StockEvent.read(event, json)) {
                case StockEvent.StockChanged changed -> Stream.of(new Change(event, changed.view()));
                case StockEvent.Other _ -> Stream.empty();
            };
        } catch (IncomingEvent.Unreadable e) {
            deadLetters.keep(event, e);
            return Stream.empty();
        }
    }

    private List<Void> take(List<Change> changes) {
        takeStock.take(changes.stream().map(Change::view).toList());
        return List.of();
    }

    private List<Void> refused(Change change, RuntimeException cause) {
        deadLetters.keep(change.event(), cause);
        return List.of();
    }

    private record Change(IncomingEvent event, StockView view) {}
}
