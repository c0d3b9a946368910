package shop.order.lifecycle;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an order.
///
/// @param actor who did it: `checkout`, `payment`, `payment-timeout` or `api`
/// @param event what was told of it, as it stands on `order.orders.v1`
record HistoryEntry(
        int sequence,
        String type,
        Instant at,
        String actor,
        @Nullable String reason,
        @JsonRawValue String event) {}
