package shop.inventory.stock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import shop.contracts.sql.Sql;

/// Makes the products of a warehouse that has moved to another region be told again: slice by slice, each a short
/// transaction, as there may be a million. How far it is stands in the warehouse's row, so that nothing is lost
/// whatever crashes, and a warehouse that moves again meanwhile begins again.
@ApplicationScoped
class TellMoved {

    private static final int SLICE = 1000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// Nobody else goes on with it, or moves it, before this transaction ends. Stock may still come to lie in it.
    private static final String NEXT = """
            SELECT warehouse_id, told_again_to FROM warehouse WHERE told_again_to IS NOT NULL
            ORDER BY warehouse_id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
            """;
    /// Locks nothing, as it may have to look far for what lies in this warehouse. No row ever goes.
    private static final String SLICE_BEHIND =
            "SELECT product_id FROM stock WHERE warehouse_id = ? AND product_id > ? ORDER BY product_id LIMIT ?";
    private static final String LOCK = """
            SELECT product_id FROM stock WHERE warehouse_id = ? AND product_id = ANY(?) ORDER BY product_id FOR UPDATE
            """;
    private static final String RAISE =
            "UPDATE stock SET version = version + 1 WHERE warehouse_id = ? AND product_id = ANY(?)";
    private static final String GOT_TO = "UPDATE warehouse SET told_again_to = ? WHERE warehouse_id = ?";

    private final Sql database;
    private final StockPublisher publisher;

    TellMoved(Sql database, StockPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellAll() {
        while (QuarkusTransaction.requiringNew().call(this::tellSlice)) {
            publisher.wake();
        }
    }

    /// False if there is nothing to do.
    boolean tellSlice() {
        var next = database.first(NEXT, row -> new Moved(row.getString(1), row.getString(2)));
        next.ifPresent(this::tellSlice);
        return next.isPresent();
    }

    private void tellSlice(Moved moved) {
        database.limitTransaction(LONGEST);
        var behind = database.query(SLICE_BEHIND, row -> row.getString(1), moved.warehouseId, moved.toldTo, SLICE);
        var productIds = behind.toArray(String[]::new);
        database.query(LOCK, row -> row.getString(1), moved.warehouseId, productIds);
        database.update(RAISE, moved.warehouseId, productIds);
        database.update(GOT_TO, behind.size() < SLICE ? null : behind.getLast(), moved.warehouseId);
    }

    /// @param toldTo the product up to which it has been told again
    private record Moved(String warehouseId, String toldTo) {}
}
