package shop.inventory.reservation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.Movement;
import shop.inventory.stock.StockKeeping;
import shop.inventory.stock.StockRow;

/// The part of a database that reservations rest on: transactions at READ COMMITTED, row locks that are kept to the
/// end, one reservation for each id, and the CHECK of the stock.
final class MemoryDatabase {

    private final Map<String, StockRow> stock = new TreeMap<>();
    private final Map<UUID, Reservation> reservations = new HashMap<>();
    private final List<Movement> ledger = new ArrayList<>();
    private final Map<Object, Transaction> locks = new HashMap<>();

    Transaction begin() {
        return new Transaction();
    }

    ModelState state() {
        var rows = stock.values().stream()
                .map(it -> new ModelState.Row(it.productId(), it.warehouseId(), it.onHand(), it.reserved()))
                .toList();
        return new ModelState(rows, ledger, reservations.values());
    }

    /// Somebody else has the lock. What waits tries the same step again.
    static final class Blocked extends RuntimeException {
        private Blocked() {
            super(null, null, false, false);
        }
    }

    /// Nobody sees what it does before it commits; it sees what others have committed until then.
    final class Transaction {

        private final Map<String, StockRow> rows = new LinkedHashMap<>();
        private final Map<UUID, Reservation> written = new LinkedHashMap<>();
        private final List<Movement> entered = new ArrayList<>();

        /// Stock that is not there begins with nothing on hand.
        void beginRow(String product, String warehouse, String region, int priority) {
            var place = ModelReference.place(product, warehouse);
            lock(Set.of(place));
            if (!stock.containsKey(place)) {
                rows.putIfAbsent(place, new StockRow(product, warehouse, region, priority, 0, 0, 0, 0));
            }
        }

        /// The rows there are, and after the wait as they are then. What is not there cannot be locked.
        List<StockRow> locked(Collection<String> products) {
            var places = new TreeMap<>(stock);
            places.putAll(rows);
            places.values().removeIf(it -> !products.contains(it.productId()));
            lock(places.keySet());
            places.replaceAll((place, _) -> row(place));
            return List.copyOf(places.values());
        }

        List<Reservation> reservations(Collection<UUID> ids) {
            return ids.stream().filter(this::isThere).map(this::reservation).toList();
        }

        /// Waits for others who insert the same ids; returns how many were not there then.
        int insert(List<Reservation> decided) {
            var fresh = decided.stream()
                    .sorted(Comparator.comparing(Reservation::orderId))
                    .peek(it -> lock(Set.of(it.orderId())))
                    .filter(it -> !isThere(it.orderId()))
                    .toList();
            fresh.forEach(it -> written.put(it.orderId(), it));
            return fresh.size();
        }

        /// Locks reservations as a change does that leaves them as they are for what follows.
        void touch(Collection<UUID> ids) {
            lock(new TreeSet<>(
                    reservations(ids).stream().map(Reservation::orderId).toList()));
        }

        List<Reservation> end(Collection<UUID> ids, Status status) {
            touch(ids);
            var ended = reservations(ids).stream()
                    .filter(Reservation::isHeld)
                    .map(it -> with(it, status))
                    .toList();
            ended.forEach(it -> written.put(it.orderId(), it));
            return ended;
        }

        void change(List<Movement> movements) {
            movements.forEach(it -> lock(Set.of(placeOf(it))));
            movements.forEach(it -> rows.put(placeOf(it), StockKeeping.moved(row(placeOf(it)), it)));
            rows.values().forEach(Transaction::check);
        }

        void enter(List<Movement> movements) {
            entered.addAll(movements);
        }

        void commit() {
            stock.putAll(rows);
            reservations.putAll(written);
            ledger.addAll(entered);
            rollback();
        }

        void rollback() {
            locks.values().removeIf(it -> it == this);
        }

        /// One by one in the given order, keeping those it has while it waits for the next.
        private void lock(Collection<?> keys) {
            for (var key : keys) {
                var holder = locks.putIfAbsent(key, this);
                if (holder != null && holder != this) {
                    throw new Blocked();
                }
            }
        }

        private StockRow row(String place) {
            return rows.getOrDefault(place, stock.get(place));
        }

        private boolean isThere(UUID id) {
            return written.containsKey(id) || reservations.containsKey(id);
        }

        private Reservation reservation(UUID id) {
            return written.getOrDefault(id, reservations.get(id));
        }

        private static String placeOf(Movement it) {
            return ModelReference.place(it.productId(), it.warehouseId());
        }

        private static void check(StockRow row) {
            if (row.reserved() < 0 || row.reserved() > row.onHand()) {
                throw new IllegalStateException("never_sold_twice: %s".formatted(row));
            }
        }

        private static Reservation with(Reservation it, Status status) {
            return new Reservation(
                    it.orderId(),
                    status,
                    it.reason(),
                    it.customerId(),
                    it.fingerprint(),
                    it.checkout(),
                    it.expiresAt(),
                    it.allocations(),
                    it.shortages(),
                    it.decidedAt());
        }
    }
}
