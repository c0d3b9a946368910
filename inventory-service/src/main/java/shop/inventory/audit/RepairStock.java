package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import shop.inventory.stock.Ledger;
import shop.inventory.stock.Place;
import shop.inventory.stock.StockRows;

/// Makes stock, ledger and open reservations agree again, as [Repair] rules. Runs in the caller's transaction.
@ApplicationScoped
class RepairStock {

    static final int MOST_PRODUCTS = 1000;

    private static final int MOST_IN_LOG = 5;
    private static final Logger LOG = Logger.getLogger(RepairStock.class);

    private final StockAudit audit;
    private final StockRows rows;
    private final Ledger ledger;

    RepairStock(StockAudit audit, StockRows rows, Ledger ledger) {
        this.audit = audit;
        this.rows = rows;
        this.ledger = ledger;
    }

    /// @param productIds null for all that differ, of which the first 1,000 are looked at
    Repaired repair(@Nullable Collection<String> productIds, String reason) {
        var products = productIds == null
                ? audit.productsThatDiffer(MOST_PRODUCTS)
                : new StockAudit.Products(List.copyOf(productIds), 0);
        var repaired = Repaired.of(correct(products.productIds(), reason), products.more());
        log(reason, repaired.repaired());
        return repaired;
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

    private static void log(String reason, List<Repaired.Place> repaired) {
        if (!repaired.isEmpty()) {
            var first = repaired.stream().limit(MOST_IN_LOG).toList();
            LOG.warnf("Corrected %d places (%s), first of all %s", repaired.size(), reason, first);
        }
    }

    private Set<Place> lock(Collection<String> productIds) {
        return rows.locked(productIds).stream()
                .map(it -> new Place(it.productId(), it.warehouseId()))
                .collect(Collectors.toSet());
    }
}
