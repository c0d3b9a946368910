package shop.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Preconditions;
import shop.contracts.sql.Sql;

/// The table `restriction`. Changes run in the caller's transaction.
@ApplicationScoped
class Restrictions {

    private static final String PUT = """
            INSERT INTO restriction AS r (product_id, regions) VALUES (?, ?)
            ON CONFLICT (product_id) DO UPDATE SET regions = excluded.regions, version = r.version + 1
            RETURNING regions, version
            """;

    private final Sql database;
    private final StockRows stock;

    Restrictions(Sql database, StockRows stock) {
        this.database = database;
        this.stock = stock;
    }

    Optional<Restriction> find(String productId) {
        var sql = "SELECT regions, version FROM restriction WHERE product_id = ?";
        return database.first(sql, Restriction::read, productId);
    }

    /// The first restriction of a product.
    Restriction begin(String productId, List<String> regions) {
        return stock.changing(productId, () -> {
            if (find(productId).isPresent()) {
                throw new StockRefused.AlreadyThere("A restriction of %s exists".formatted(productId));
            }
            return put(productId, regions);
        });
    }

    /// A later one, or none any more; `ifMatch` is the entity tag of what it replaces.
    Restriction change(String productId, List<String> regions, @Nullable String ifMatch) {
        return stock.changing(productId, () -> {
            var before = find(productId);
            Preconditions.ifMatch(ifMatch, before.map(Restriction::version).orElse(0L));
            if (before.isEmpty()) {
                throw Preconditions.stale(String.valueOf(ifMatch), 0);
            }
            return put(productId, regions);
        });
    }

    private Restriction put(String productId, List<String> regions) {
        var sorted = regions.stream().sorted().distinct().toArray(String[]::new);
        return database.query(PUT, Restriction::read, productId, sorted).getFirst();
    }
}
