package shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import shop.catalog.product.LockedProducts;
import shop.catalog.product.Products;
import shop.contracts.sql.Sql;

/// Makes two changes of one product meet, in an order that is known.
@ApplicationScoped
public class Locks {

    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%stock_view%'
            """;

    private final Products products;
    private final Sql sql;

    Locks(Products products, Sql sql) {
        this.products = products;
        this.sql = sql;
    }

    /// Locks the product, starts the second change, and commits the first one when the second is waiting for it.
    public CompletableFuture<Void> commitWhileWaiting(
            String productId, Consumer<LockedProducts> first, Runnable second) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var locked = products.lock(Set.of(productId));
            var running = CompletableFuture.runAsync(second);
            Api.eventually(() -> assertThat(waiting()).isPositive());
            first.accept(locked);
            return running;
        });
    }

    private long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(WAITING, row -> row.getLong(1)).getFirst());
    }
}
