package shop.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import shop.inventory.audit.AuditRuns.Found;
import shop.inventory.audit.Repair.Why;

/// Makes stock, ledger and open reservations agree again, as [Repair] rules: one repair at a time, and a few
/// products in each transaction.
///
/// The caller's transaction holds the turn, and rests meanwhile. Should it fail in the end, what was corrected
/// stays so: it needs no second repair, and a repeat finds what is left.
@ApplicationScoped
class RepairStock {

    static final int MOST_PRODUCTS = 1000;

    private static final int FEW = 20;

    /// After this no more are begun. The caller's transaction has a minute.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration CALLER_RESTS = Duration.ofMinutes(1);
    private static final int MOST_IN_LOG = 5;
    private static final Logger LOG = Logger.getLogger(RepairStock.class);

    private final Turn turn;
    private final AuditRuns runs;
    private final RepairFew repairFew;

    RepairStock(Turn turn, AuditRuns runs, RepairFew repairFew) {
        this.turn = turn;
        this.runs = runs;
        this.repairFew = repairFew;
    }

    /// Throws [AuditRefused] while another repair is under way, or where nothing was audited yet.
    ///
    /// @param productIds null for those that the latest audit found, the first 1,000 places of them
    Repaired repair(@Nullable Collection<String> productIds, String reason) {
        if (!turn.tryTake(Turn.Work.REPAIR, CALLER_RESTS)) {
            throw new AuditRefused.RepairRunning();
        }
        return productIds == null
                ? repair(runs.found().orElseThrow(AuditRefused.NeverAudited::new), reason, LONGEST)
                : repair(new Found(List.copyOf(productIds), 0), reason, LONGEST);
    }

    /// @param longest after this time no more products are begun
    Repaired repair(Found found, String reason, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        var repairs = new ArrayList<Repair>();
        var productIds = found.productIds().stream().distinct().toList();
        for (int from = 0; from < productIds.size(); from += FEW) {
            var few = productIds.subList(from, Math.min(from + FEW, productIds.size()));
            repairs.addAll(repair(few, reason, () -> System.nanoTime() >= end));
        }
        var repaired = Repaired.of(repairs, found.more());
        log(reason, repaired.repaired());
        return repaired;
    }

    /// Of a few that take too long each is tried alone: it may be one that keeps the others from being repaired.
    private List<Repair> repair(List<String> few, String reason, BooleanSupplier isOver) {
        if (isOver.getAsBoolean()) {
            return late(few, Why.NOT_REACHED);
        }
        try {
            return repairFew.repair(few, reason);
        } catch (RepairFew.OutOfTime _) {
            return few.size() == 1
                    ? late(few, Why.TOOK_TOO_LONG)
                    : few.stream()
                            .flatMap(it -> repair(List.of(it), reason, isOver).stream())
                            .toList();
        }
    }

    private static List<Repair> late(List<String> productIds, Why why) {
        return productIds.stream().<Repair>map(it -> new Repair.Late(it, why)).toList();
    }

    private static void log(String reason, List<Repaired.Place> repaired) {
        if (!repaired.isEmpty()) {
            var first = repaired.stream().limit(MOST_IN_LOG).toList();
            LOG.warnf("Corrected %d places (%s), first of all %s", repaired.size(), reason, first);
        }
    }
}
