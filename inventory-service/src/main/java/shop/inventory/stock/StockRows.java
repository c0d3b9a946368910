package shop.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Sql database;

    StockRows(Sql database) {
        this.database = database;
    }

    Optional<Stock> of(String productId) {
        var rows = database.query(OF_PRODUCTS, StockRow::read, (Object) new String[] {productId});
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Stock(productId, rows));
    }

    /// The rows of these products, which nobody else can write until this transaction ends.
    ///
    /// Whoever writes rows of several products takes them here first, all at once: the order is what keeps
    /// transactions from waiting for one another in a circle.
    public List<StockRow> locked(Collection<String> productIds) {
        return database.query(LOCKED, StockRow::read, (Object) productIds.toArray(String[]::new));
    }

    /// Begins rows with nothing on hand where there are none; returns the places that are new.
    Set<Place> create(Collection<Place> places) {
        var sorted = places.stream().sorted().toList();
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
