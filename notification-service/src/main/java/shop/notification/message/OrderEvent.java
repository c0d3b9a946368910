package shop.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What order-service says about an order, as far as a customer is told of it. Amounts are decimal strings.
public sealed interface OrderEvent extends ShopEvent {

    UUID orderId();

    @Override
    default UUID storyId() {
        return orderId();
    }

    record OrderPlaced(
            UUID orderId, String customerId, int sequence, Instant at, List<Line> lines, String total, String currency)
            implements OrderEvent {
        public OrderPlaced {
            required(orderId, customerId, at, lines, total, currency);
            lines = List.copyOf(lines);
        }
    }

    record Line(String name, int quantity, String total) {
        public Line {
            required(name, total);
        }
    }

    record OrderConfirmed(UUID orderId, String customerId, int sequence, Instant at) implements OrderEvent {
        public OrderConfirmed {
            required(orderId, customerId, at);
        }
    }

    record OrderShipped(
            UUID orderId,
            String customerId,
            int sequence,
            Instant at,
            String carrier,
            String trackingNumber,
            @Nullable LocalDate expectedDelivery)
            implements OrderEvent {
        public OrderShipped {
            required(orderId, customerId, at, carrier, trackingNumber);
        }
    }

    record OrderDelivered(UUID orderId, String customerId, int sequence, Instant at) implements OrderEvent {
        public OrderDelivered {
            required(orderId, customerId, at);
        }
    }

    record OrderCancelled(UUID orderId, String customerId, int sequence, Instant at, String reason)
            implements OrderEvent {
        public OrderCancelled {
            required(orderId, customerId, at, reason);
        }
    }

    record RefundRequired(
            UUID orderId, String customerId, int sequence, Instant at, String amount, String currency, String reason)
            implements OrderEvent {
        public RefundRequired {
            required(orderId, customerId, at, amount, currency, reason);
        }
    }

    private static void required(Object... fields) {
        for (var field : fields) {
            Objects.requireNonNull(field, "a required field is missing");
        }
    }
}
