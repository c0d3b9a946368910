package shop.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.contracts.Ids;
import shop.contracts.event.OutgoingEvent;

/// What is available of a product now; several changes may be told as one.
///
/// @param available what customers can be sold where it is sold, over all warehouses
/// @param regions what is available by the region of the warehouse, wherever the customers are
/// @param soldIn the regions whose customers may have it; null means everywhere
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockChanged(
        String productId,
        long version,
        long available,
        Map<String, Long> regions,
        @Nullable List<String> soldIn) {

    private static final UUID EVENT_IDS = UUID.fromString("0f6ad4a8-27a5-5c35-8a3e-7a3c0ff2f6ae");

    static StockChanged of(Stock stock) {
        var offer = stock.offer();
        return new StockChanged(
                stock.productId(), stock.version(), offer.available(), stock.availableByRegion(), offer.saidSoldIn());
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
