package shop.inventory.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of stock, as the ledger keeps it for ever.
///
/// @param quantity units; above zero, save that an adjustment has a sign
/// @param orderId for whom stock was reserved, released or shipped
/// @param key the Idempotency-Key of an adjustment
public record Movement(
        Kind kind,
        String productId,
        String warehouseId,
        long quantity,
        @Nullable UUID orderId,
        @Nullable String reason,
        @Nullable String key) {

    /// What moved, and which way each figure goes with it.
    public enum Kind {
        RECEIVED(1, 0),
        ADJUSTED(1, 0),
        RESERVED(0, 1),
        RELEASED(0, -1),
        SHIPPED(-1, -1);

        private final int onHand;
        private final int reserved;

        Kind(int onHand, int reserved) {
            this.onHand = onHand;
            this.reserved = reserved;
        }
    }

    public static Movement forOrder(Kind kind, UUID orderId, String productId, String warehouseId, long quantity) {
        return new Movement(kind, productId, warehouseId, quantity, orderId, null, null);
    }

    static Movement received(Place place, long quantity) {
        return new Movement(Kind.RECEIVED, place.productId(), place.warehouseId(), quantity, null, null, null);
    }

    static Movement adjusted(Place place, long delta, @Nullable String reason, @Nullable String key) {
        return new Movement(Kind.ADJUSTED, place.productId(), place.warehouseId(), delta, null, reason, key);
    }

    Place place() {
        return new Place(productId, warehouseId);
    }

    /// By how much it changes what is on hand.
    public long onHand() {
        return kind.onHand * quantity;
    }

    /// By how much it changes what is reserved.
    public long reserved() {
        return kind.reserved * quantity;
    }
}
