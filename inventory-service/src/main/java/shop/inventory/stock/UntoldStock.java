package shop.inventory.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import shop.contracts.event.Untold;

/// Products of which a row changed since it was told: told as one event per product, at most five a second for each.
///
/// Round after round in the order of their ids: each reading goes on where the last one ended, so that products which
/// change all the time, or a million that were imported, keep nobody else from being told.
final class UntoldStock implements Untold {

    private static final String DUE = """
            SELECT product_id FROM stock
            WHERE untold AND product_id > ? AND (told_at IS NULL OR told_at <= now() - interval '200 milliseconds')
            ORDER BY product_id LIMIT ?
            """;

    /// By product and not by row: of a product that was told just now, another row may be due.
    private static final String READ = """
            SELECT %s, r.regions, coalesce(s.told_at > now() - interval '200 milliseconds', false)
            FROM stock s JOIN warehouse w USING (warehouse_id)
            LEFT JOIN restriction r ON r.product_id = s.product_id
            WHERE s.product_id = ANY(?)
            """.formatted(StockRow.COLUMNS);

    /// Locks in the order in which all lock stock rows. A row that changed since it was read stays untold.
    private static final String MARK = """
            WITH sent AS (SELECT * FROM unnest(?, ?, ?) AS sent (product_id, warehouse_id, version)),
            locked AS (
                SELECT s.product_id, s.warehouse_id, sent.version
                FROM stock s JOIN sent USING (product_id, warehouse_id)
                ORDER BY s.product_id, s.warehouse_id FOR UPDATE OF s %s)
            UPDATE stock s SET told_version = greatest(s.told_version, locked.version), told_at = now()
            FROM locked WHERE s.product_id = locked.product_id AND s.warehouse_id = locked.warehouse_id
            RETURNING s.product_id, s.warehouse_id
            """;

    private static final String MARK_FREE = MARK.formatted("SKIP LOCKED");
    private static final String MARK_WAITING = MARK.formatted("");

    private final ObjectMapper json;
    private final Clock clock;

    /// The rows behind each event of the last reading: one product, several rows, and each is marked as it was read.
    private final Map<String, Stock> read = new LinkedHashMap<>();

    /// The last product of the last reading; empty at the beginning of a round.
    private String readTo = "";

    UntoldStock(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<Row> read(Connection connection, int limit) throws SQLException {
        var due = due(connection, limit);
        if (due.isEmpty() && !readTo.isEmpty()) {
            readTo = "";
            due = due(connection, limit);
        }
        readTo = due.size() < limit ? "" : due.getLast();
        read(due, connection);
        return read.values().stream().map(this::row).toList();
    }

    private List<String> due(Connection connection, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(DUE)) {
            statement.setString(1, readTo);
            statement.setInt(2, limit);
            try (var result = statement.executeQuery()) {
                var due = new ArrayList<String>();
                while (result.next()) {
                    due.add(result.getString(1));
                }
                return due;
            }
        }
    }

    private void read(List<String> productIds, Connection connection) throws SQLException {
        read.clear();
        var toldJustNow = new HashSet<String>();
        var rows = new TreeMap<String, List<StockRow>>();
        var soldIn = new HashMap<String, List<String>>();
        try (var statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("text", productIds.toArray()));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var row = StockRow.read(result);
                    rows.computeIfAbsent(row.productId(), _ -> new ArrayList<>())
                            .add(row);
                    soldIn.put(row.productId(), Restriction.regions(result, StockRow.COLUMN_COUNT + 1));
                    if (result.getBoolean(StockRow.COLUMN_COUNT + 2)) {
                        toldJustNow.add(row.productId());
                    }
                }
            }
        }
        rows.keySet().removeAll(toldJustNow);
        rows.forEach((id, its) -> read.put(id, new Stock(id, its, soldIn.getOrDefault(id, Offer.EVERYWHERE))));
    }

    /// What nobody holds first, then the others one by one: while a product is waited for, no other is held.
    @Override
    public void markTold(Connection connection, List<Row> told) throws SQLException {
        var rows = told.stream().flatMap(it -> rowsOf(it.id()).stream()).toList();
        var marked = mark(MARK_FREE, rows, connection);
        var held = rows.stream()
                .filter(it -> !marked.contains(new Place(it.productId(), it.warehouseId())))
                .map(StockRow::productId)
                .distinct()
                .toList();
        for (var productId : held) {
            mark(MARK_WAITING, rowsOf(productId), connection);
        }
    }

    private List<StockRow> rowsOf(String productId) {
        var stock = read.get(productId);
        return stock == null ? List.of() : stock.rows();
    }

    private static Set<Place> mark(String sql, List<StockRow> rows, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", array(rows, StockRow::productId)));
            statement.setArray(2, connection.createArrayOf("text", array(rows, StockRow::warehouseId)));
            statement.setArray(3, connection.createArrayOf("bigint", array(rows, StockRow::version)));
            try (var result = statement.executeQuery()) {
                var marked = new HashSet<Place>();
                while (result.next()) {
                    marked.add(new Place(result.getString(1), result.getString(2)));
                }
                return marked;
            }
        }
    }

    private Row row(Stock stock) {
        return new Row(
                stock.productId(), stock.version(), StockChanged.of(stock).toEvent(json, clock.instant()));
    }

    private static Object[] array(Collection<StockRow> rows, Function<StockRow, Object> column) {
        return rows.stream().map(column).toArray();
    }
}
