package shop.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import shop.contracts.sql.Sql;

/// The table `stock`. What changes in it goes through the [Ledger].
@ApplicationScoped
public class StockRows {

    private static final String OF_PRODUCTS = """
            SELECT %s FROM stock s JOIN warehouse w USING (warehouse_id)
            WHERE s.product_id = ANY(?) ORDER BY s.product_id, s.warehouse_id
            """.formatted(StockRow.COLUMNS);
    private static final String LOCKED = OF_PRODUCTS + " FOR UPDATE OF s";
    private static final String SOLD_IN =
            "SELECT product_id, regions FROM restriction WHERE product_id = ANY(?) AND regions <> '{}'";

    private static final String RAISE =
            "UPDATE stock SET version = version + 1 WHERE product_id = ? AND warehouse_id = ?";

    /// Held, in common, by all who begin stock, and alone by who restricts a product that has none.
    private static final int BEGINNING = 0x57_0C_0B;

    private final Sql database;

    StockRows(Sql database) {
        this.database = database;
    }

    Optional<Stock> of(String productId) {
        var rows = database.query(OF_PRODUCTS, StockRow::read, (Object) new String[] {productId});
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Stock(productId, rows, soldIn(productId)));
    }

    /// The rows of these products, which nobody else can write until this transaction ends.
    ///
    /// Whoever writes rows of several products takes them here first, all at once: the order is what keeps
    /// transactions from waiting for one another in a circle.
    public List<StockRow> locked(Collection<String> productIds) {
        return database.query(LOCKED, StockRow::read, (Object) productIds.toArray(String[]::new));
    }

    /// The regions where each of these products is sold, without those that are sold everywhere.
    ///
    /// To hold for rows that are [#locked], it must be read after them: what a statement reads is as old as its
    /// beginning, and who waits for a row begins before the other ends.
    public Map<String, List<String>> soldIn(Collection<String> productIds) {
        var restricted =
                database.query(SOLD_IN, row -> Map.entry(row.getString(1), Restriction.regions(row, 2)), (Object)
                        productIds.toArray(String[]::new));
        return restricted.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> soldIn(String productId) {
        return soldIn(List.of(productId)).getOrDefault(productId, Offer.EVERYWHERE);
    }

    /// Runs a change of what these rows do not say but customers are told with them, and makes them be told.
    ///
    /// The rows are locked. Where there are none, nobody begins any until the transaction ends: else they could be
    /// told as they were before the change, and never again.
    <T> T changing(String productId, Supplier<T> change) {
        var rows = locked(List.of(productId));
        if (rows.isEmpty()) {
            database.query("SELECT pg_advisory_xact_lock(?)", _ -> true, BEGINNING);
            rows = locked(List.of(productId));
        }
        var changed = change.get();
        // One of those that are locked: the product's version is their sum, and a row that has begun since is not ours.
        rows.stream().limit(1).forEach(it -> database.update(RAISE, productId, it.warehouseId()));
        return changed;
    }

    /// Begins rows with nothing on hand where there are none; returns the places that are new.
    Set<Place> create(Collection<Place> places) {
        var sorted = places.stream().sorted().toList();
        database.query("SELECT pg_advisory_xact_lock_shared(?)", _ -> true, BEGINNING);
        var created = database.query(
                """
                INSERT INTO stock (product_id, warehouse_id, on_hand)
                SELECT product_id, warehouse_id, 0 FROM unnest(?, ?) AS new (product_id, warehouse_id)
                ON CONFLICT DO NOTHING RETURNING product_id, warehouse_id
                """,
                row -> new Place(row.getString(1), row.getString(2)),
                sorted.stream().map(Place::productId).toArray(String[]::new),
                sorted.stream().map(Place::warehouseId).toArray(String[]::new));
        return created.stream().collect(Collectors.toSet());
    }
}
