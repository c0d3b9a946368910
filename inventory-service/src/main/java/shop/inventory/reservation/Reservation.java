package shop.inventory.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.inventory.stock.Movement;

/// What became of a checkout. Decided once; held ones end once more, released or fulfilled.
///
/// @param checkout as it was sent; null, like customer and fingerprint, where it could not be taken
record Reservation(
        UUID orderId,
        Status status,
        @Nullable Reason reason,
        @Nullable String customerId,
        @Nullable String fingerprint,
        @Nullable String checkout,
        @Nullable Instant expiresAt,
        List<Allocation> allocations,
        List<Shortage> shortages,
        Instant decidedAt) {

    enum Status {
        HELD,
        REJECTED,
        RELEASED,
        FULFILLED
    }

    /// Why a checkout got no stock.
    enum Reason {
        OUT_OF_STOCK,
        EXPIRED,
        UNPROCESSABLE
    }

    /// So many units of a product from one warehouse.
    record Allocation(String productId, String warehouseId, long quantity) {}

    /// More was wanted of a product than the customer can be sold.
    ///
    /// @param soldIn where the product is not sold in the customer's region: the regions where it is
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shortage(
            String productId,
            long requested,
            long available,
            @Nullable List<String> soldIn) {

        Shortage(String productId, long requested, long available) {
            this(productId, requested, available, null);
        }
    }

    static Reservation held(Checkout checkout, List<Allocation> allocations, Instant now) {
        return of(checkout, Status.HELD, null, allocations, List.of(), now);
    }

    static Reservation outOfStock(Checkout checkout, List<Shortage> shortages, Instant now) {
        return of(checkout, Status.REJECTED, Reason.OUT_OF_STOCK, List.of(), shortages, now);
    }

    static Reservation expired(Checkout checkout, Instant now) {
        return of(checkout, Status.REJECTED, Reason.EXPIRED, List.of(), List.of(), now);
    }

    /// For a checkout of which nothing but its id can be kept.
    static Reservation unprocessable(UUID orderId, Instant now) {
        return new Reservation(
                orderId, Status.REJECTED, Reason.UNPROCESSABLE, null, null, null, null, List.of(), List.of(), now);
    }

    boolean isHeld() {
        return status == Status.HELD;
    }

    /// What moves with its allocations: none where it was rejected.
    Stream<Movement> movements(Movement.Kind kind) {
        return allocations.stream()
                .map(it -> Movement.forOrder(kind, orderId, it.productId(), it.warehouseId(), it.quantity()));
    }

    private static Reservation of(
            Checkout checkout,
            Status status,
            @Nullable Reason reason,
            List<Allocation> allocations,
            List<Shortage> shortages,
            Instant now) {
        return new Reservation(
                checkout.orderId(),
                status,
                reason,
                checkout.customerId(),
                checkout.fingerprint(),
                checkout.json(),
                checkout.expiresAt(),
                allocations,
                shortages,
                now);
    }
}
