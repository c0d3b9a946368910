package shop.catalog.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import shop.catalog.product.Availability;
import shop.catalog.product.StockView;
import shop.contracts.event.IncomingEvent;

/// What the stock topic says, as far as the catalogue acts on it.
sealed interface StockEvent {

    /// Throws [IncomingEvent.Unreadable].
    static StockEvent read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "StockChanged" -> event.as(StockChanged.class, json);
            default -> new Other();
        };
    }

    /// What is available of a product now, over all warehouses and by their regions.
    ///
    /// @param soldIn the regions whose customers may have it; null means everywhere
    record StockChanged(
            String productId,
            long version,
            long available,
            Map<String, Long> regions,
            @Nullable List<String> soldIn) implements StockEvent {

        public StockChanged {
            Objects.requireNonNull(productId, "productId is missing");
            Objects.requireNonNull(regions, "regions is missing");
            if (version < 1) {
                throw new IllegalArgumentException("A stock has a version");
            }
        }

        StockView view() {
            var inStock = regions.entrySet().stream()
                    .filter(it -> it.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            return new StockView(
                    productId, version, new Availability(available > 0, inStock, soldIn == null ? List.of() : soldIn));
        }
    }

    /// A type that did not exist when this was written.
    record Other() implements StockEvent {}
}
