package shop.cart.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import shop.cart.projection.Projection;
import shop.contracts.event.Batches;
import shop.contracts.event.DeadLetters;
import shop.contracts.event.IncomingEvent;

/// Keeps the view of products up to date with the catalog and with inventory, whose news arrive in any order.
@ApplicationScoped
class ProductConsumer implements Projection {

    private final Products products;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    ProductConsumer(Products products, DeadLetters deadLetters, ObjectMapper json) {
        this.products = products;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @Incoming("products")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        Batches.handle(IncomingEvent.in(records), this::kept, this::leave);
    }

    @Incoming("stock")
    @Blocking
    void onStock(ConsumerRecords<String, byte[]> records) {
        Batches.handle(IncomingEvent.in(records), this::kept, this::leave);
    }

    /// Stock first: a product that is there again must not seem to be sold out.
    @Override
    public List<String> channels() {
        return List.of("stock", "products");
    }

    @Override
    public void keep(List<IncomingEvent> events) {
        products.keep(events.stream().map(this::read).toList());
    }

    ProductNews read(IncomingEvent event) {
        return switch (event.type()) {
            case "ProductChanged" -> event.as(ProductNews.ProductChanged.class, json);
            case "StockChanged" -> event.as(ProductNews.StockChanged.class, json);
            default -> new ProductNews.Other();
        };
    }

    private List<Void> kept(List<IncomingEvent> events) {
        keep(events);
        return List.of();
    }

    private List<Void> leave(IncomingEvent event, Exception cause) {
        deadLetters.keep(event, cause);
        return List.of();
    }
}
