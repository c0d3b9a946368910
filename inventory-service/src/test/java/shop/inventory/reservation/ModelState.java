package shop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.Movement;

/// What is committed at one moment.
record ModelState(Collection<Row> rows, Collection<Movement> ledger, Collection<Reservation> reservations) {

    /// The promises of the design, and nothing but what the reference makes of the same events.
    void mustBe(ModelReference reference) {
        nothingIsSoldTwice();
        theLedgerGivesTheStock();
        reservedIsWhatIsHeld();
        assertThat(outcomes()).isEqualTo(reference.outcomes());
        var onHand = new HashMap<String, Long>();
        for (var row : rows) {
            onHand.put(row.place(), row.onHand);
            assertThat(row.reserved).as(row.place()).isEqualTo(reference.reservedIn(row.place()));
        }
        assertThat(onHand).isEqualTo(reference.onHand());
    }

    private void nothingIsSoldTwice() {
        for (var row : rows) {
            assertThat(row.reserved).as(row.place()).isBetween(0L, row.onHand);
        }
    }

    /// From nothing: received + adjusted = on hand + shipped, and so for what is reserved.
    private void theLedgerGivesTheStock() {
        var onHand = new HashMap<String, Long>();
        var reserved = new HashMap<String, Long>();
        for (var it : ledger) {
            var place = ModelReference.place(it.productId(), it.warehouseId());
            switch (it.kind()) {
                case RECEIVED, ADJUSTED -> onHand.merge(place, it.quantity(), Long::sum);
                case RESERVED -> reserved.merge(place, it.quantity(), Long::sum);
                case RELEASED -> reserved.merge(place, -it.quantity(), Long::sum);
                case SHIPPED -> {
                    onHand.merge(place, -it.quantity(), Long::sum);
                    reserved.merge(place, -it.quantity(), Long::sum);
                }
            }
        }
        for (var row : rows) {
            assertThat(row.onHand).as(row.place()).isEqualTo(onHand.getOrDefault(row.place(), 0L));
            assertThat(row.reserved).as(row.place()).isEqualTo(reserved.getOrDefault(row.place(), 0L));
        }
    }

    private void reservedIsWhatIsHeld() {
        var held = new HashMap<String, Long>();
        for (var it : reservations) {
            if (it.isHeld()) {
                it.allocations()
                        .forEach(part -> held.merge(
                                ModelReference.place(part.productId(), part.warehouseId()),
                                part.quantity(),
                                Long::sum));
            }
        }
        for (var row : rows) {
            assertThat(row.reserved).as(row.place()).isEqualTo(held.getOrDefault(row.place(), 0L));
        }
    }

    private Map<UUID, String> outcomes() {
        var outcomes = new HashMap<UUID, String>();
        reservations.forEach(it -> outcomes.put(
                it.orderId(),
                it.status() == Status.REJECTED
                        ? String.valueOf(it.reason())
                        : it.status().name()));
        return outcomes;
    }

    /// What of one product lies in one warehouse.
    record Row(String productId, String warehouseId, long onHand, long reserved) {
        String place() {
            return ModelReference.place(productId, warehouseId);
        }
    }
}
