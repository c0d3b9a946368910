package shop.inventory.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import shop.contracts.Ids;
import shop.contracts.event.OutgoingEvent;

/// What is available of a product now; several changes may be told as one.
record StockChanged(String productId, long version, long available, Map<String, Long> regions) {

    private static final UUID EVENT_IDS = UUID.fromString("0f6ad4a8-27a5-5c35-8a3e-7a3c0ff2f6ae");

    static StockChanged of(Stock stock) {
        return new StockChanged(stock.productId(), stock.version(), stock.available(), stock.availableByRegion());
    }

    OutgoingEvent toEvent(ObjectMapper json, Instant time) {
        // The same version is the same event, however often it is told.
        var id = Ids.of(EVENT_IDS, "%s/%d".formatted(productId, version)).toString();
        try {
            return new OutgoingEvent(
                    id, "StockChanged", "/inventory-service", productId, time, json.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
