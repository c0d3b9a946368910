package shop.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import shop.contracts.sql.Sql;

/// The append-only table `movement`, and the only way in which stock changes: both at once, so they cannot differ.
///
/// Where they do all the same, because something else wrote to one of them, [#correct] sets each right.
@ApplicationScoped
public class Ledger {

    private static final String CHANGE = """
            UPDATE stock s SET
                on_hand = s.on_hand + change.on_hand,
                reserved = s.reserved + change.reserved,
                version = s.version + 1,
                on_hand_version = s.on_hand_version + CASE WHEN change.on_hand = 0 THEN 0 ELSE 1 END
            FROM unnest(?, ?, ?, ?) AS change (product_id, warehouse_id, on_hand, reserved)
            WHERE s.product_id = change.product_id AND s.warehouse_id = change.warehouse_id
            """;
    private static final String CORRECT = """
            UPDATE stock s SET reserved = correction.reserved, version = s.version + 1
            FROM unnest(?, ?, ?) AS correction (product_id, warehouse_id, reserved)
            WHERE s.product_id = correction.product_id AND s.warehouse_id = correction.warehouse_id
            """;
    private static final String ENTER = """
            INSERT INTO movement (kind, product_id, warehouse_id, quantity, order_id, reason, adjustment_key)
            SELECT * FROM unnest(?, ?, ?, ?, ?::uuid[], ?, ?)
            """;

    private final Sql database;

    Ledger(Sql database) {
        this.database = database;
    }

    /// Changes the stock by these movements and enters them. The rows must be locked by this transaction.
    ///
    /// Throws [shop.contracts.sql.DatabaseRefused] where a row would break `0 <= reserved <= onHand`.
    public void book(List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        change(movements);
        enter(movements);
    }

    /// Only for the repair of what an audit found: sets stock rows and enters movements, each for itself. The rows must
    /// be locked by this transaction. Their versions rise, so that they are told again.
    public void correct(List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return;
        }
        var corrected = database.update(
                CORRECT,
                texts(corrections, Correction::productId),
                texts(corrections, Correction::warehouseId),
                numbers(corrections, Correction::reserved));
        mustBe(corrections.size(), corrected, corrections);
        enter(corrections.stream().flatMap(it -> it.missing().stream()).toList());
    }

    private void change(List<Movement> movements) {
        var changes = new TreeMap<Place, Change>();
        movements.forEach(it -> changes.merge(it.place(), new Change(it.onHand(), it.reserved()), Change::plus));
        var changed = database.update(
                CHANGE,
                texts(changes.keySet(), Place::productId),
                texts(changes.keySet(), Place::warehouseId),
                numbers(changes.values(), Change::onHand),
                numbers(changes.values(), Change::reserved));
        mustBe(changes.size(), changed, changes.keySet());
    }

    private static void mustBe(int expected, int changed, Collection<?> what) {
        if (changed != expected) {
            throw new IllegalStateException("Stock that moves is not there: %s".formatted(what));
        }
    }

    private void enter(List<Movement> movements) {
        database.update(
                ENTER,
                texts(movements, it -> it.kind().name()),
                texts(movements, Movement::productId),
                texts(movements, Movement::warehouseId),
                numbers(movements, Movement::quantity),
                texts(
                        movements,
                        it -> it.orderId() == null ? null : it.orderId().toString()),
                texts(movements, Movement::reason),
                texts(movements, Movement::key));
    }

    private static <T> String[] texts(Collection<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> of, ToLongFunction<T> number) {
        return of.stream().mapToLong(number).boxed().toArray(Long[]::new);
    }

    private record Change(long onHand, long reserved) {
        Change plus(Change other) {
            return new Change(Math.addExact(onHand, other.onHand), Math.addExact(reserved, other.reserved));
        }
    }
}
