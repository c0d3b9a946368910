package shop.catalog.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import shop.catalog.product.Product;
import shop.catalog.search.ProductsIndexed;
import shop.contracts.sql.Sql;

/// The table `unindexed`: versions that imports made and that the index does not have yet; and `import_indexed`, which
/// counts those that it got, as counting the others each time would cost too much.
@ApplicationScoped
class Unindexed {

    private final Sql sql;

    Unindexed(Sql sql) {
        this.sql = sql;
    }

    /// Remembers the versions that an import has made.
    void add(String importId, List<Product> changed) {
        sql.update(
                """
                INSERT INTO unindexed (product_id, version, import_id)
                SELECT product_id, version, ? FROM unnest(?, ?) c(product_id, version)
                """,
                importId,
                changed.stream().map(Product::productId).toArray(String[]::new),
                changed.stream().map(Product::version).toArray(Long[]::new));
    }

    Indexed indexed(String importId) {
        return sql.query("""
                        SELECT coalesce(sum(lines), 0) AS total,
                            coalesce(sum(lines) FILTER (WHERE import_id = ?), 0) AS of_import
                        FROM import_indexed
                        """, row -> new Indexed(row.getLong("of_import"), row.getLong("total")), importId)
                .getFirst();
    }

    /// The index has these versions, or newer ones.
    void remove(@Observes ProductsIndexed indexed) {
        sql.update("""
                WITH gone AS (
                    DELETE FROM unindexed u USING unnest(?, ?) i(product_id, version)
                    WHERE u.product_id = i.product_id AND u.version <= i.version
                    RETURNING u.import_id, u.lines
                )
                INSERT INTO import_indexed AS n (import_id, lines)
                SELECT import_id, sum(lines) FROM gone GROUP BY import_id ORDER BY import_id
                ON CONFLICT (import_id) DO UPDATE SET lines = n.lines + excluded.lines
                """, indexed.productIds(), indexed.versions());
    }

    /// Lines that changed a product and that the index has by now: those of one import, and those of all.
    record Indexed(long ofImport, long ofAll) {}
}
