package shop.inventory.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.inventory.reservation.Reservation.Allocation;
import shop.inventory.reservation.Reservation.Reason;
import shop.inventory.reservation.Reservation.Shortage;

/// All that this service says about reservations, on `inventory.reservations.v1`.
sealed interface ReservationEvent {

    /// The record key. A string, as what cannot be read is answered under whatever key it had.
    String orderId();

    /// How the checkout was decided, now or when it first came, whatever has happened to the reservation since.
    static ReservationEvent decisionOf(Reservation it) {
        var orderId = it.orderId().toString();
        return switch (it.status()) {
            case HELD, RELEASED, FULFILLED ->
                new StockReserved(
                        orderId, String.valueOf(it.fingerprint()), it.allocations(), String.valueOf(it.checkout()));
            case REJECTED ->
                new StockRejected(
                        orderId,
                        it.reason() == null ? Reason.UNPROCESSABLE : it.reason(),
                        it.shortages(),
                        it.fingerprint(),
                        it.customerId());
        };
    }

    /// Stock is held for this order; `checkout` is the JSON that asked for it.
    record StockReserved(
            String orderId,
            String fingerprint,
            List<Allocation> allocations,
            @JsonRawValue String checkout) implements ReservationEvent {}

    /// Nothing is held for this order, and never will be.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StockRejected(
            String orderId,
            Reason reason,
            List<Shortage> shortages,
            @Nullable String fingerprint,
            @Nullable String customerId)
            implements ReservationEvent {

        /// For what could not even be read.
        static StockRejected unprocessable(String key) {
            return new StockRejected(key, Reason.UNPROCESSABLE, List.of(), null, null);
        }
    }

    /// What was held is available again.
    record StockReleased(String orderId, List<Allocation> allocations) implements ReservationEvent {}

    /// What was held has left the house.
    record StockFulfilled(String orderId, List<Allocation> allocations) implements ReservationEvent {}
}
