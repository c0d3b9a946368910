package shop.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cart-service says about a cart that is left alone.
public sealed interface CartEvent extends ShopEvent {

    Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    UUID cartId();

    Instant expiresAt();

    List<Line> lines();

    @Override
    default UUID storyId() {
        return cartId();
    }

    /// The cart is gone at `expiresAt` unless it is changed before; from then on this is no news.
    record CartExpiring(UUID cartId, String customerId, Instant lastActivity, Instant expiresAt, List<Line> lines)
            implements CartEvent {
        public CartExpiring {
            required(cartId, customerId, lastActivity, expiresAt, lines);
            sensible(expiresAt);
            lines = List.copyOf(lines);
        }

        @Override
        public int sequence() {
            return 1;
        }

        @Override
        public Instant at() {
            return lastActivity;
        }

        @Override
        public Optional<Instant> uselessFrom() {
            return Optional.of(expiresAt);
        }
    }

    record CartExpired(UUID cartId, String customerId, Instant lastActivity, Instant expiresAt, List<Line> lines)
            implements CartEvent {
        public CartExpired {
            required(cartId, customerId, lastActivity, expiresAt, lines);
            sensible(expiresAt);
            lines = List.copyOf(lines);
        }

        @Override
        public int sequence() {
            return 2;
        }

        @Override
        public Instant at() {
            return expiresAt;
        }
    }

    /// Without name and price where the catalog had not told of the product.
    record Line(
            String productId,
            int quantity,
            @Nullable String name,
            @Nullable String unitPrice,
            @Nullable String currency) {
        public Line {
            required(productId);
        }
    }

    /// What no calendar shows cannot be told.
    private static void sensible(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
            throw new IllegalArgumentException("expiresAt must be between 1970 and 9999");
        }
    }

    private static void required(Object... fields) {
        for (var field : fields) {
            Objects.requireNonNull(field, "a required field is missing");
        }
    }
}
