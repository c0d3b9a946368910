package shop.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What order-service says about an order, as far as a customer is told of it. Amounts are decimal strings.
public sealed interface OrderEvent {

    /// An event that customers are told of.
    sealed interface Told extends OrderEvent {
        UUID orderId();

        String customerId();

        int sequence();

        Instant at();

        /// The event's type, as `OrderShipped`.
        default String kind() {
            return getClass().getSimpleName();
        }
    }

    record OrderPlaced(
            UUID orderId, String customerId, int sequence, Instant at, List<Line> lines, String total, String currency)
            implements Told {
        public OrderPlaced {
            required(orderId, customerId, at, lines, total, currency);
        }
    }

    record Line(String name, int quantity, String total) {
        public Line {
            required(name, total);
        }
    }

    record OrderConfirmed(UUID orderId, String customerId, int sequence, Instant at) implements Told {
        public OrderConfirmed {
            required(orderId, customerId, at);
        }
    }

    record OrderShipped(
            UUID orderId, String customerId, int sequence, Instant at, String carrier, String trackingNumber)
            implements Told {
        public OrderShipped {
            required(orderId, customerId, at, carrier, trackingNumber);
        }
    }

    record OrderDelivered(UUID orderId, String customerId, int sequence, Instant at) implements Told {
        public OrderDelivered {
            required(orderId, customerId, at);
        }
    }

    record OrderCancelled(UUID orderId, String customerId, int sequence, Instant at, String reason) implements Told {
        public OrderCancelled {
            required(orderId, customerId, at, reason);
        }
    }

    record RefundRequired(
            UUID orderId, String customerId, int sequence, Instant at, String amount, String currency, String reason)
            implements Told {
        public RefundRequired {
            required(orderId, customerId, at, amount, currency, reason);
        }
    }

    /// An event that customers are not told of.
    record Other() implements OrderEvent {}

    private static void required(Object... fields) {
        for (var field : fields) {
            Objects.requireNonNull(field, "a required field is missing");
        }
    }
}
