package shop.catalog.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import shop.catalog.product.Product;
import shop.catalog.search.ProductsIndexed;
import shop.contracts.sql.Sql;

/// The table `unindexed`: lines of imports whose product the index does not have yet.
@ApplicationScoped
class Unindexed {

    private final Sql sql;

    Unindexed(Sql sql) {
        this.sql = sql;
    }

    /// Remembers products that an import changed. A line that comes when an earlier one for the same product still
    /// waits, waits with it.
    void add(String importId, List<Product> changed) {
        sql.update(
                """
                INSERT INTO unindexed AS u (product_id, import_id, version, lines)
                SELECT product_id, ?, version, 1 FROM unnest(?, ?) c(product_id, version) ORDER BY product_id
                ON CONFLICT (product_id, import_id)
                DO UPDATE SET version = excluded.version, lines = u.lines + excluded.lines
                """,
                importId,
                changed.stream().map(Product::productId).toArray(String[]::new),
                changed.stream().map(Product::version).toArray(Long[]::new));
    }

    /// How many lines of an import still wait.
    long linesOf(String importId) {
        return sql.query(
                        "SELECT coalesce(sum(lines), 0) AS lines FROM unindexed WHERE import_id = ?",
                        row -> row.getLong("lines"),
                        importId)
                .getFirst();
    }

    /// The index has these versions, or newer ones.
    void remove(@Observes ProductsIndexed indexed) {
        sql.update("""
                DELETE FROM unindexed u USING unnest(?, ?) i(product_id, version)
                WHERE u.product_id = i.product_id AND u.version <= i.version
                """, indexed.productIds(), indexed.versions());
    }
}
