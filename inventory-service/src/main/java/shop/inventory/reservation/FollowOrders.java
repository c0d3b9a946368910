package shop.inventory.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import shop.contracts.sql.Sql;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.StockRows;

/// Releases what cancelled orders held and takes out what was shipped, for a batch of order events in one transaction.
@ApplicationScoped
class FollowOrders {

    private static final Logger LOG = Logger.getLogger(FollowOrders.class);

    /// Reservations wait for the same rows, and give up sooner than a transaction would by itself.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Sql database;
    private final StockRows stock;
    private final Reservations reservations;
    private final Ledger ledger;

    FollowOrders(Sql database, StockRows stock, Reservations reservations, Ledger ledger) {
        this.database = database;
        this.stock = stock;
        this.reservations = reservations;
        this.ledger = ledger;
    }

    /// Returns how each reservation that should end has ended, now or earlier.
    List<ReservationEvent> handle(List<OrderEvent> events) {
        var batch = OrderBatch.of(events);
        if (batch.orderIds().isEmpty()) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> follow(batch));
    }

    private List<ReservationEvent> follow(OrderBatch batch) {
        database.limitTransaction(LONGEST);
        lockStockOf(batch.ends().keySet());
        reservations.markOrdered(batch.orderIds());
        var released = reservations.end(batch.endingAs(Status.RELEASED), Status.RELEASED);
        var fulfilled = reservations.end(batch.endingAs(Status.FULFILLED), Status.FULFILLED);
        ledger.book(OrderBatch.movements(released, fulfilled));
        var ended = reservations.of(batch.ends().keySet());
        ended.forEach(FollowOrders::warnOfNoEnd);
        return OrderBatch.endsOf(ended);
    }

    /// Stock before reservations, as everyone does. What a reservation holds where never changes.
    private void lockStockOf(Collection<UUID> orderIds) {
        if (!orderIds.isEmpty()) {
            var productIds = new TreeSet<String>();
            reservations.of(orderIds).forEach(it -> it.allocations().forEach(part -> productIds.add(part.productId())));
            stock.locked(productIds);
        }
    }

    private static void warnOfNoEnd(Reservation it) {
        if (it.isHeld() || it.status() == Status.REJECTED) {
            LOG.errorf("Order %s ends, but its reservation is %s", it.orderId(), it.status());
        }
    }
}
