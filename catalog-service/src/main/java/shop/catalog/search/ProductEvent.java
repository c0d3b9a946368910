package shop.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import shop.contracts.event.IncomingEvent;

/// What the product topic says, as far as the index acts on it.
sealed interface ProductEvent permits ProductDocument, ProductEvent.Other {

    /// Throws [IncomingEvent.Unreadable].
    static ProductEvent read(IncomingEvent event, ObjectMapper json) {
        return switch (event.type()) {
            case "ProductChanged" -> event.as(ProductDocument.class, json);
            default -> new Other();
        };
    }

    /// A type that did not exist when this was written.
    record Other() implements ProductEvent {}
}
