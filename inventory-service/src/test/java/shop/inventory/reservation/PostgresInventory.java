package shop.inventory.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import shop.contracts.sql.Sql;
import shop.inventory.reservation.ModelCommand.Consumer;
import shop.inventory.reservation.ModelCommand.Topic;
import shop.inventory.reservation.ReservationEvent.StockReserved;
import shop.inventory.stock.Movement;
import shop.inventory.stock.StockDesk;
import shop.inventory.stock.StockKeeping.Counted;

/// The service's own beans on a real database. A consumer that is to go so many steps dies after them, if its
/// transaction or its answers are not over by then.
final class PostgresInventory extends InventoryModel {

    private static final int ALL = Integer.MAX_VALUE;

    private final String name = UUID.randomUUID().toString().substring(0, 13);
    private final Sql database;
    private final FailingSource source;
    private final ReserveStock reserveStock;
    private final FollowOrders followOrders;
    private final Reservations reservations;
    private final StockDesk desk;
    private final ObjectMapper json;

    PostgresInventory(
            Sql database,
            FailingSource source,
            Function<PostgresInventory, ReserveStock> reserveStock,
            FollowOrders followOrders,
            Reservations reservations,
            StockDesk desk,
            ObjectMapper json) {
        this.database = database;
        this.source = source;
        this.reserveStock = reserveStock.apply(this);
        this.followOrders = followOrders;
        this.reservations = reservations;
        this.desk = desk;
        this.json = json;
    }

    @Override
    String product(int number) {
        return "MODEL-%s-%d".formatted(name, number);
    }

    @Override
    String warehouse(int number) {
        return "MODEL-%d".formatted(number);
    }

    @Override
    ModelState state() {
        var products = IntStream.range(0, ModelCommand.PRODUCTS)
                .mapToObj(this::product)
                .toArray(String[]::new);
        var rows = database.query(
                "SELECT product_id, warehouse_id, on_hand, reserved FROM stock WHERE product_id = ANY(?)",
                row -> new ModelState.Row(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                (Object) products);
        var ledger = database.query(
                "SELECT kind, product_id, warehouse_id, quantity FROM movement WHERE product_id = ANY(?)",
                row -> Movement.forOrder(
                        Movement.Kind.valueOf(row.getString(1)),
                        new UUID(0, 0),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4)),
                (Object) products);
        return new ModelState(rows, ledger, reservations.of(askedIds()));
    }

    @Override
    void count(List<Counted> counts) {
        desk.count(counts);
    }

    @Override
    void adjust(Counted change, String key) {
        desk.adjust(change, key);
    }

    @Override
    void work(ModelCommand.Work work) {
        switch (work.consumer().topic()) {
            case CHECKOUTS -> go(checkouts, work.size(), work.steps(), this::reserve);
            case ORDERS -> go(orders, work.size(), work.steps(), this::follow);
        }
    }

    /// Here each has died, or come to its end, at once.
    @Override
    void crash(Consumer consumer) {}

    @Override
    void redeliverAll() {
        while (checkouts.committed() < checkouts.end()) {
            work(new ModelCommand.Work(new Consumer(Topic.CHECKOUTS, 0), 5, ModelCommand.Work.TO_THE_END));
        }
        while (orders.committed() < orders.end()) {
            work(new ModelCommand.Work(new Consumer(Topic.ORDERS, 0), 5, ModelCommand.Work.TO_THE_END));
        }
    }

    @Override
    Object meaningOf(ReservationEvent answer) {
        return answer instanceof StockReserved it
                ? Map.of(it.orderId(), it.fingerprint(), "parts", it.allocations(), "json", read(it.checkout()))
                : answer;
    }

    private <R> void go(ModelTopic<R> topic, int size, int steps, Function<List<R>, List<ReservationEvent>> work) {
        var batch = topic.poll(topic.committed(), size);
        if (batch.isEmpty()) {
            return;
        }
        source.failAfter(steps);
        try {
            var answers = work.apply(batch);
            answers.stream().limit(source.left()).forEach(this::answered);
            if (source.left() > answers.size()) {
                topic.commit(topic.committed() + batch.size());
            }
        } catch (RuntimeException e) {
            if (!source.hasDied()) {
                throw e;
            }
        } finally {
            source.failAfter(ALL);
        }
    }

    private List<ReservationEvent> reserve(List<Checkout> batch) {
        var decisions = reserveStock.handle(batch);
        decided(batch, now(), reference.onHand().keySet(), decisions);
        return decisions.stream().map(ReservationEvent::decisionOf).toList();
    }

    private List<ReservationEvent> follow(List<OrderEvent> batch) {
        var ends = followOrders.handle(batch);
        followed(batch);
        return ends;
    }

    private Object read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
