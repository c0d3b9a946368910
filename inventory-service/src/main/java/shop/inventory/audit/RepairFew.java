package shop.inventory.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import shop.contracts.sql.DatabaseRefused;
import shop.contracts.sql.Sql;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.Place;
import shop.inventory.stock.StockRows;

/// Repairs a few products in transactions of its own, and keeps their rows from customers for a moment at most.
@ApplicationScoped
class RepairFew {

    /// Nobody waits for a look.
    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(5);

    /// The statement was cancelled, or the session ended, as the transaction took longer than it may.
    private static final Set<String> OUT_OF_TIME = Set.of("57014", "25P04");

    private final Sql database;
    private final StockAudit audit;
    private final StockRows rows;
    private final Ledger ledger;
    private final Duration longest;
    private final Duration longestLook;

    RepairFew(
            Sql database,
            StockAudit audit,
            StockRows rows,
            Ledger ledger,
            @ConfigProperty(name = "shop.inventory.repair.longest") Duration longest) {
        this.database = database;
        this.audit = audit;
        this.rows = rows;
        this.ledger = ledger;
        this.longest = longest;
        this.longestLook = Collections.max(List.of(longest, LOOK_AT_LEAST));
    }

    /// Returns what became of each place that differs. Throws [OutOfTime], and then has changed nothing.
    ///
    /// First a look that locks nothing: products that do not differ, or not any more, are not held at all.
    List<Repair> repair(Collection<String> productIds, String reason) {
        var differing = inTime(longestLook, () -> audit.differencesOf(productIds)).stream()
                .map(Difference::productId)
                .collect(Collectors.toCollection(TreeSet::new));
        return differing.isEmpty() ? List.of() : inTime(longest, () -> correct(differing, reason));
    }

    /// Rows first: what a reservation does that is under way now is seen whole, or waits until this is done. So it is
    /// never taken for a difference.
    private List<Repair> correct(Collection<String> productIds, String reason) {
        var locked = lock(productIds);
        var repairs = audit.differencesOf(productIds).stream()
                .map(it -> Repair.of(it, locked.contains(new Place(it.productId(), it.warehouseId())), reason))
                .toList();
        ledger.correct(repairs.stream()
                .filter(Repair.Corrected.class::isInstance)
                .map(it -> ((Repair.Corrected) it).correction())
                .toList());
        return repairs;
    }

    private Set<Place> lock(Collection<String> productIds) {
        return rows.locked(productIds).stream()
                .map(it -> new Place(it.productId(), it.warehouseId()))
                .collect(Collectors.toSet());
    }

    private <T> T inTime(Duration most, Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                database.limitTransaction(most);
                return work.get();
            });
        } catch (DatabaseRefused e) {
            throw e.getCause() instanceof SQLException cause
                            && OUT_OF_TIME.contains(String.valueOf(cause.getSQLState()))
                    ? new OutOfTime(e)
                    : e;
        }
    }

    /// These products have too many movements, or somebody else has their rows.
    static final class OutOfTime extends RuntimeException {
        private OutOfTime(DatabaseRefused cause) {
            super(cause);
        }
    }
}
