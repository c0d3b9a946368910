package shop.inventory.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import shop.contracts.sql.Sql;
import shop.inventory.allocation.AllocationStrategy;
import shop.inventory.allocation.Chosen;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.StockRows;

/// Reserves stock for the checkouts of one Kafka batch, in one transaction of a handful of statements.
@ApplicationScoped
class ReserveStock {

    private final StockLocks locks;
    private final Sql database;
    private final StockRows stock;
    private final Reservations reservations;
    private final Ledger ledger;
    private final AllocationStrategy strategy;
    private final Clock clock;
    private final MeterRegistry metrics;

    ReserveStock(
            StockLocks locks,
            Sql database,
            StockRows stock,
            Reservations reservations,
            Ledger ledger,
            Clock clock,
            MeterRegistry metrics,
            @Chosen AllocationStrategy strategy) {
        this.locks = locks;
        this.database = database;
        this.stock = stock;
        this.reservations = reservations;
        this.ledger = ledger;
        this.clock = clock;
        this.metrics = metrics;
        this.strategy = strategy;
    }

    /// Returns what is decided of each, now or earlier; a checkout that is in the batch twice is decided once.
    ///
    /// Lock outside, transaction inside: a lock let go before the commit would let the next batch wait on our rows.
    List<Reservation> handle(Collection<Checkout> checkouts) {
        var distinct = Decisions.withoutRepeats(checkouts);
        var productIds = Decisions.productsOf(distinct);
        return locks.whileHolding(productIds, lease -> reserve(distinct, productIds, lease));
    }

    /// Rejects a checkout of which only the id can be used; it stands as it was decided, if it was.
    Reservation reject(UUID orderId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            reservations.insert(List.of(Reservation.unprocessable(orderId, clock.instant())));
            return reservations.find(orderId).orElseThrow();
        });
    }

    private List<Reservation> reserve(List<Checkout> checkouts, Set<String> productIds, Lease lease) {
        while (true) {
            try {
                var decided = QuarkusTransaction.requiringNew().call(() -> {
                    database.limitTransaction(lease.forTransaction());
                    return reserve(checkouts, productIds);
                });
                count(decided.fresh());
                return decided.all();
            } catch (DecidedMeanwhile _) {
                // The next look sees what the other transaction has committed.
            }
        }
    }

    private Decisions reserve(List<Checkout> checkouts, Set<String> productIds) {
        var rows = stock.locked(productIds); // Rows first: whoever waits here sees what the other decided.
        var soldIn = stock.soldIn(productIds); // After the rows: who restricts a product holds them.
        var earlier = reservations.of(checkouts.stream().map(Checkout::orderId).toList());
        var decided = Decisions.of(checkouts, earlier, ReservationBatch.of(rows, soldIn, strategy, clock.instant()));
        if (reservations.insert(decided.fresh()) < decided.fresh().size()) {
            throw new DecidedMeanwhile();
        }
        ledger.book(decided.movements());
        return decided;
    }

    private void count(List<Reservation> fresh) {
        var held = fresh.stream().filter(Reservation::isHeld).count();
        metrics.counter("inventory.reservations", "decision", "held").increment(held);
        metrics.counter("inventory.reservations", "decision", "rejected").increment(fresh.size() - held);
    }

    /// Another transaction has decided some of these checkouts since this one looked.
    private static final class DecidedMeanwhile extends RuntimeException {
        private DecidedMeanwhile() {
            super(null, null, false, false);
        }
    }
}
