package shop.order.lifecycle;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an order.
///
/// @param actor who did it: `checkout`, `payment`, `payment-webhook`, `payment-timeout`, `api`, or `support` where
/// an operator did it by hand
/// @param event what was told of it, as it stood on `order.orders.v1`; null where that was so long ago that it is
/// gone
record HistoryEntry(
        int sequence,
        String type,
        Instant at,
        String actor,
        @Nullable String reason,
        @JsonRawValue @Nullable String event) {}
