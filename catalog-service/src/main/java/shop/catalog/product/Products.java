package shop.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.contracts.sql.CopyRows;
import shop.contracts.sql.DatabaseRefused;
import shop.contracts.sql.Sql;

/// The tables `product` and `stock_view`.
@ApplicationScoped
public class Products {

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<ProductsSaved> saved;

    Products(Sql sql, ObjectMapper json, Clock clock, Event<ProductsSaved> saved) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.saved = saved;
    }

    public Optional<Product> find(String productId) {
        return read(List.of(productId)).findFirst();
    }

    /// The ids of at most so many products on offer, the most popular first. Reads the whole table.
    List<String> mostPopular(int most) {
        return sql.query(
                "SELECT product_id FROM product WHERE status = 'ACTIVE' ORDER BY popularity DESC, product_id LIMIT ?",
                row -> row.getString("product_id"),
                most);
    }

    /// Locks the products, in the order of their ids, until the transaction ends, and then reads them.
    ///
    /// The lock is on the stock view, so that it also holds for products that do not exist yet. Where that is made
    /// here, nobody had the lock before: there is no product to read, and inventory has not said anything.
    public LockedProducts lock(Collection<String> productIds) {
        var fresh = createViews(productIds);
        var known = productIds.stream().filter(it -> !fresh.contains(it)).toList();
        var stock = Stream.concat(fresh.stream().map(StockView::unsaid), lockedViews(known).stream());
        return new LockedProducts(
                read(known).collect(Collectors.toMap(Product::productId, Function.identity())),
                stock.collect(Collectors.toMap(StockView::productId, Function.identity())),
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // As exact as PostgreSQL keeps it.
    }

    private Set<String> createViews(Collection<String> productIds) {
        return Set.copyOf(
                sql.query("""
                INSERT INTO stock_view (product_id) SELECT id FROM unnest(?) id ORDER BY id
                ON CONFLICT DO NOTHING RETURNING product_id
                """, row -> row.getString("product_id"), (Object) productIds.toArray(String[]::new)));
    }

    private List<StockView> lockedViews(Collection<String> productIds) {
        return productIds.isEmpty()
                ? List.of()
                : sql.query(
                        "SELECT * FROM stock_view WHERE product_id = ANY(?) ORDER BY product_id FOR UPDATE",
                        StockRow::read,
                        (Object) productIds.toArray(String[]::new));
    }

    /// Writes products that are locked and have a new version, and notes that they are to be told.
    public void save(Collection<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        insert(products.stream().filter(Product::isNew).toList());
        update(products.stream().filter(it -> !it.isNew()).toList());
        var ids = products.stream().map(Product::productId).toList();
        sql.update("INSERT INTO untold (product_id) SELECT unnest(?)", (Object) ids.toArray(String[]::new));
        saved.fire(new ProductsSaved(ids));
    }

    private void insert(List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        var rows = new CopyRows();
        products.forEach(it -> ProductRow.of(it).addTo(rows, json));
        try {
            sql.copy("COPY product (%s) FROM STDIN".formatted(ProductRow.COLUMNS), rows);
        } catch (DatabaseRefused e) {
            throw e.isDuplicate() ? changedWithoutLock() : e;
        }
    }

    private void update(List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        var written = sql.update("""
                UPDATE product p SET version = n.version, status = n.status, name = n.name,
                    description = n.description, brand = n.brand, category = n.category, price = n.price,
                    currency = n.currency, popularity = n.popularity, attributes = n.attributes,
                    in_stock = n.in_stock, in_stock_regions = n.in_stock_regions, sold_in = n.sold_in,
                    rating_sum = n.rating_sum, review_count = n.review_count, updated_at = n.updated_at
                FROM jsonb_populate_recordset(NULL::product, ?::jsonb) n
                WHERE p.product_id = n.product_id AND p.version = n.version - 1
                """, text(products.stream().map(ProductRow::of).toList()));
        if (written != products.size()) {
            throw changedWithoutLock();
        }
    }

    private static IllegalStateException changedWithoutLock() {
        return new IllegalStateException("A product was changed without the lock");
    }

    /// Keeps what inventory said of products that are locked.
    public void saveStock(Collection<StockView> views) {
        sql.update("""
                UPDATE stock_view s SET version = n.version, in_stock = n.in_stock, regions = n.regions,
                    sold_in = n.sold_in
                FROM jsonb_populate_recordset(NULL::stock_view, ?::jsonb) n
                WHERE s.product_id = n.product_id AND s.version < n.version
                """, text(views.stream().map(StockRow::of).toList()));
    }

    private Stream<Product> read(Collection<String> productIds) {
        if (productIds.isEmpty()) {
            return Stream.empty();
        }
        return sql
                .query("SELECT * FROM product WHERE product_id = ANY(?)", row -> ProductRow.read(row, json), (Object)
                        productIds.toArray(String[]::new))
                .stream();
    }

    private String text(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
