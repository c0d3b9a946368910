package shop.inventory.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shop.inventory.reservation.ModelCommand.Consumer;
import shop.inventory.reservation.ModelCommand.Topic;
import shop.inventory.reservation.Reservation.Status;
import shop.inventory.stock.Movement;
import shop.inventory.stock.StockKeeping;
import shop.inventory.stock.StockKeeping.Counted;
import shop.inventory.stock.StockRow;

/// The classes that decide, on a database in memory; two replicas whose steps interleave as the commands say.
final class MemoryInventory extends InventoryModel {

    private static final int AT_ONCE = 5;

    private final MemoryDatabase database = new MemoryDatabase();
    private final Map<Consumer, SteppedConsumer<?>> consumers = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    MemoryInventory() {
        for (int replica = 0; replica < 2; replica++) {
            consumers.put(new Consumer(Topic.CHECKOUTS, replica), new Reserving());
            consumers.put(new Consumer(Topic.ORDERS, replica), new Following());
        }
    }

    @Override
    ModelState state() {
        return database.state();
    }

    @Override
    void count(List<Counted> counts) {
        var products = counts.stream().map(Counted::productId).collect(Collectors.toSet());
        whenOthersLetGo(transaction -> {
            counts.forEach(it -> begin(transaction, it.productId(), it.warehouseId()));
            book(transaction, StockKeeping.counted(transaction.locked(products), counts));
        });
    }

    @Override
    void adjust(Counted change, String key) {
        whenOthersLetGo(transaction -> transaction.locked(Set.of(change.productId())).stream()
                .filter(it -> it.warehouseId().equals(change.warehouseId()))
                .filter(it -> it.onHand() + change.onHand() >= it.reserved())
                .filter(_ -> keys.add(change.productId() + key))
                .forEach(it -> book(
                        transaction,
                        List.of(StockKeeping.adjusted(it.productId(), it.warehouseId(), change.onHand(), key)))));
    }

    @Override
    void work(ModelCommand.Work work) {
        consumers.get(work.consumer()).go(work.size(), work.steps());
    }

    @Override
    void crash(Consumer consumer) {
        consumers.get(consumer).crash();
    }

    @Override
    void redeliverAll() {
        consumers.values().forEach(SteppedConsumer::crash);
        while (!consumers.values().stream().allMatch(SteppedConsumer::isAtEnd)) {
            goOn(consumers.values());
        }
    }

    @Override
    Object meaningOf(ReservationEvent answer) {
        return answer;
    }

    private void whenOthersLetGo(java.util.function.Consumer<MemoryDatabase.Transaction> work) {
        while (true) {
            var transaction = database.begin();
            try {
                work.accept(transaction);
                transaction.commit();
                return;
            } catch (MemoryDatabase.Blocked _) {
                transaction.rollback();
                goOn(consumers.values().stream().filter(SteppedConsumer::isBusy).toList());
            }
        }
    }

    /// One step each. Where all wait for one another, the database ends one of them.
    private static void goOn(Collection<SteppedConsumer<?>> consumers) {
        var gone = new ArrayList<Boolean>();
        consumers.forEach(it -> gone.add(it.go(AT_ONCE, 1)));
        if (!gone.contains(true)) {
            consumers.stream()
                    .filter(SteppedConsumer::isBusy)
                    .findFirst()
                    .orElseThrow()
                    .crash();
        }
    }

    private void begin(MemoryDatabase.Transaction transaction, String product, String warehouse) {
        var number = warehouse.equals(warehouse(0)) ? 0 : 1;
        transaction.beginRow(product, warehouse, REGIONS.get(number), number);
    }

    private static void book(MemoryDatabase.Transaction transaction, List<Movement> movements) {
        transaction.change(movements);
        transaction.enter(movements);
    }

    /// What ReserveStock does, statement by statement.
    private final class Reserving extends SteppedConsumer<Checkout> {

        private List<StockRow> rows = List.of();
        private List<Reservation> earlier = List.of();
        private Decisions decisions = new Decisions(List.of(), List.of());
        private Instant decidedAt = Instant.MIN;

        Reserving() {
            super(checkouts, database);
        }

        @Override
        List<Runnable> statements() {
            var distinct = Decisions.withoutRepeats(batch);
            return List.of(
                    () -> rows = transaction.locked(Decisions.productsOf(distinct)),
                    () -> earlier = transaction.reservations(
                            distinct.stream().map(Checkout::orderId).toList()),
                    () -> decide(distinct),
                    this::insert,
                    () -> transaction.change(decisions.movements()),
                    () -> transaction.enter(decisions.movements()),
                    this::commit);
        }

        private void decide(List<Checkout> distinct) {
            decidedAt = now();
            decisions = Decisions.of(distinct, earlier, ReservationBatch.of(rows, decidedAt));
        }

        private void insert() {
            if (transaction.insert(decisions.fresh()) < decisions.fresh().size()) {
                transaction.rollback();
                beginTransaction();
            }
        }

        private Set<String> seen() {
            return rows.stream()
                    .map(it -> ModelReference.place(it.productId(), it.warehouseId()))
                    .collect(Collectors.toSet());
        }

        private void commit() {
            transaction.commit();
            decided(batch, decidedAt, seen(), decisions.all());
            answer(decisions.all().stream().map(ReservationEvent::decisionOf).toList(), MemoryInventory.this);
        }
    }

    /// What FollowOrders does, statement by statement.
    private final class Following extends SteppedConsumer<OrderEvent> {

        private OrderBatch events = OrderBatch.of(List.of());
        private Set<String> products = Set.of();
        private List<Reservation> released = List.of();
        private List<Reservation> fulfilled = List.of();

        Following() {
            super(orders, database);
        }

        @Override
        List<Runnable> statements() {
            events = OrderBatch.of(batch);
            return List.of(
                    () -> products =
                            productsOf(transaction.reservations(events.ends().keySet())),
                    () -> transaction.locked(products),
                    () -> transaction.touch(events.orderIds()),
                    () -> released = transaction.end(events.endingAs(Status.RELEASED), Status.RELEASED),
                    () -> fulfilled = transaction.end(events.endingAs(Status.FULFILLED), Status.FULFILLED),
                    () -> transaction.change(OrderBatch.movements(released, fulfilled)),
                    () -> transaction.enter(OrderBatch.movements(released, fulfilled)),
                    this::commit);
        }

        private void commit() {
            var ends = OrderBatch.endsOf(transaction.reservations(events.ends().keySet()));
            transaction.commit();
            followed(batch);
            answer(ends, MemoryInventory.this);
        }

        private static Set<String> productsOf(List<Reservation> reservations) {
            return reservations.stream()
                    .flatMap(it -> it.allocations().stream())
                    .map(Reservation.Allocation::productId)
                    .collect(Collectors.toSet());
        }
    }
}
