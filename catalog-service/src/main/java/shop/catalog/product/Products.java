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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /// At most so many products on offer, the most popular first. Reads the whole table.
    List<Product> mostPopular(int most) {
        return sql.query(
                "SELECT * FROM product WHERE status = 'ACTIVE' ORDER BY popularity DESC, product_id LIMIT ?",
                row -> ProductRow.read(row, json),
                most);
    }

    /// Locks the products, in the order of their ids, until the transaction ends, and then reads them.
    ///
    /// The lock is on the stock view, so that it also holds for products that do not exist yet.
    public LockedProducts lock(Collection<String> productIds) {
        var ids = (Object) productIds.toArray(String[]::new);
        sql.update("""
                INSERT INTO stock_view (product_id) SELECT id FROM unnest(?) id ORDER BY id
                ON CONFLICT DO NOTHING
                """, ids);
        var stock = sql.query(
                "SELECT * FROM stock_view WHERE product_id = ANY(?) ORDER BY product_id FOR UPDATE",
                StockRow::read,
                ids);
        return new LockedProducts(
                read(productIds).collect(Collectors.toMap(Product::productId, Function.identity())),
                stock.stream().collect(Collectors.toMap(StockView::productId, Function.identity())),
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // As exact as PostgreSQL keeps it.
    }

    /// Writes products that are locked and have a new version.
    public void save(Collection<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        var written = sql.update("""
                INSERT INTO product (product_id, version, status, name, description, brand, category, price, currency,
                    popularity, attributes, in_stock, in_stock_regions, sold_in,
                    rating_sum, review_count, created_at, updated_at)
                SELECT product_id, version, status, name, description, brand, category, price, currency,
                    popularity, attributes, in_stock, in_stock_regions, sold_in,
                    rating_sum, review_count, created_at, updated_at
                FROM jsonb_populate_recordset(NULL::product, ?::jsonb) ORDER BY product_id
                ON CONFLICT (product_id) DO UPDATE SET version = excluded.version, status = excluded.status,
                    name = excluded.name, description = excluded.description, brand = excluded.brand,
                    category = excluded.category, price = excluded.price, currency = excluded.currency,
                    popularity = excluded.popularity, attributes = excluded.attributes,
                    in_stock = excluded.in_stock, in_stock_regions = excluded.in_stock_regions,
                    sold_in = excluded.sold_in, rating_sum = excluded.rating_sum,
                    review_count = excluded.review_count, updated_at = excluded.updated_at
                WHERE product.version = excluded.version - 1
                """, text(products.stream().map(ProductRow::of).toList()));
        if (written != products.size()) {
            throw new IllegalStateException("A product was changed without the lock");
        }
        saved.fire(new ProductsSaved(products.stream().map(Product::productId).toList()));
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
