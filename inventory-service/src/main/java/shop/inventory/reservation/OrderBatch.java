package shop.inventory.reservation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.reservation.ReservationEvent.StockFulfilled;
import shop.inventory.reservation.ReservationEvent.StockReleased;
import shop.inventory.stock.Movement;

/// What a batch of order events says: which orders there are, and how the first event that ends each ends it.
///
/// Plain Java: which reservations are still held is not known here.
record OrderBatch(Set<UUID> orderIds, Map<UUID, Status> ends) {

    static OrderBatch of(List<OrderEvent> events) {
        var batch = new OrderBatch(new LinkedHashSet<>(), new LinkedHashMap<>());
        events.forEach(batch::add);
        return batch;
    }

    List<UUID> endingAs(Status status) {
        return ends.entrySet().stream()
                .filter(it -> it.getValue() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What moves when these end now, and for the first time.
    static List<Movement> movements(Collection<Reservation> released, Collection<Reservation> fulfilled) {
        return Stream.concat(
                        released.stream().flatMap(it -> it.movements(Movement.Kind.RELEASED)),
                        fulfilled.stream().flatMap(it -> it.movements(Movement.Kind.SHIPPED)))
                .toList();
    }

    /// How these have ended, whenever that was; nothing is said of one that has not.
    static List<ReservationEvent> endsOf(Collection<Reservation> reservations) {
        var ends = new ArrayList<ReservationEvent>(reservations.size());
        for (var it : reservations) {
            var orderId = it.orderId().toString();
            switch (it.status()) {
                case RELEASED -> ends.add(new StockReleased(orderId, it.allocations()));
                case FULFILLED -> ends.add(new StockFulfilled(orderId, it.allocations()));
                case HELD, REJECTED -> {}
            }
        }
        return ends;
    }

    private void add(OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderPlaced(var orderId) -> orderIds.add(orderId);
            case OrderEvent.OrderCancelled(var orderId) -> end(orderId, Status.RELEASED);
            case OrderEvent.OrderShipped(var orderId) -> end(orderId, Status.FULFILLED);
            case OrderEvent.Other() -> {}
        }
    }

    private void end(UUID orderId, Status status) {
        orderIds.add(orderId);
        ends.putIfAbsent(orderId, status);
    }
}
