package shop.inventory.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.reservation.ReservationEvent.StockFulfilled;
import shop.inventory.reservation.ReservationEvent.StockReleased;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.Movement;
import shop.inventory.stock.StockRows;

/// Releases what cancelled orders held and takes out what was shipped, for a batch of order events in one transaction.
@ApplicationScoped
class FollowOrders {

    private static final Logger LOG = Logger.getLogger(FollowOrders.class);

    private final StockRows stock;
    private final Reservations reservations;
    private final Ledger ledger;

    FollowOrders(StockRows stock, Reservations reservations, Ledger ledger) {
        this.stock = stock;
        this.reservations = reservations;
        this.ledger = ledger;
    }

    /// Returns how each reservation that should end has ended, now or earlier.
    List<ReservationEvent> handle(List<OrderEvent> events) {
        var batch = Batch.of(events);
        if (batch.orderIds.isEmpty()) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> follow(batch));
    }

    private List<ReservationEvent> follow(Batch batch) {
        lockStockOf(batch.ends.keySet());
        reservations.markOrdered(batch.orderIds);
        var released = reservations.end(batch.endingAs(Status.RELEASED), Status.RELEASED);
        var fulfilled = reservations.end(batch.endingAs(Status.FULFILLED), Status.FULFILLED);
        ledger.book(Stream.concat(
                        released.stream().flatMap(it -> it.movements(Movement.Kind.RELEASED)),
                        fulfilled.stream().flatMap(it -> it.movements(Movement.Kind.SHIPPED)))
                .toList());
        return endsOf(reservations.of(batch.ends.keySet()));
    }

    /// Stock before reservations, as everyone does. What a reservation holds where never changes.
    private void lockStockOf(Collection<UUID> orderIds) {
        if (!orderIds.isEmpty()) {
            var productIds = new TreeSet<String>();
            reservations.of(orderIds).forEach(it -> it.allocations().forEach(part -> productIds.add(part.productId())));
            stock.locked(productIds);
        }
    }

    private static List<ReservationEvent> endsOf(List<Reservation> reservations) {
        var ends = new ArrayList<ReservationEvent>(reservations.size());
        for (var it : reservations) {
            var orderId = it.orderId().toString();
            switch (it.status()) {
                case RELEASED -> ends.add(new StockReleased(orderId, it.allocations()));
                case FULFILLED -> ends.add(new StockFulfilled(orderId, it.allocations()));
                case HELD, REJECTED -> LOG.errorf("Order %s ends, but its reservation is %s", orderId, it.status());
            }
        }
        return ends;
    }

    /// What a batch of events says: which orders there are, and how the first event that ends each ends it.
    private record Batch(Set<UUID> orderIds, Map<UUID, Status> ends) {

        private static Batch of(List<OrderEvent> events) {
            var batch = new Batch(new LinkedHashSet<>(), new LinkedHashMap<>());
            events.forEach(batch::add);
            return batch;
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

        private List<UUID> endingAs(Status status) {
            return ends.entrySet().stream()
                    .filter(it -> it.getValue() == status)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
