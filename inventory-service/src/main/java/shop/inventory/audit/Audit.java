package shop.inventory.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import shop.contracts.sql.Sql;

/// Computes the stock anew from the ledger and from what is held for orders, compares, and notes what it found.
@ApplicationScoped
class Audit {

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final int MOST_DIFFERENCES = 1000;
    private static final int MOST_IN_LOG = 5;

    private final Sql database;
    private final LongStatements longStatements;
    private final StockAudit stock;
    private final AuditRuns runs;
    private final AuditMetrics metrics;

    Audit(Sql database, LongStatements longStatements, StockAudit stock, AuditRuns runs, AuditMetrics metrics) {
        this.database = database;
        this.longStatements = longStatements;
        this.stock = stock;
        this.runs = runs;
        this.metrics = metrics;
    }

    /// Reads in a transaction of its own; notes the run in the caller's, if there is one.
    Report run() {
        var begin = System.nanoTime();
        var report = QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.plusSeconds(30).toSeconds())
                .call(() -> longStatements.upTo(LONGEST, this::compare));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        metrics.show(runs.add(new AuditRun(report.at(), took, report.totals().products(), report.driftUnits())));
        log(report);
        return report;
    }

    private Report compare() {
        // One moment for both statements, however busy the shop is.
        database.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        database.limitTransaction(LONGEST);
        var totals = stock.totals();
        return Report.of(totals, totals.places() == 0 ? List.of() : stock.differences(MOST_DIFFERENCES));
    }

    private static void log(Report report) {
        if (report.driftUnits() != 0) {
            var first = report.differences().stream().limit(MOST_IN_LOG).toList();
            LOG.errorf(
                    "Stock, ledger and open reservations disagree by %d units at %d places, first of all %s",
                    report.driftUnits(), report.places(), first);
        }
    }

    /// What was found; no difference is how it must be.
    ///
    /// @param places how many places differ
    /// @param driftUnits by how much, all together
    /// @param differences of many the first 1,000
    record Report(Instant at, long driftUnits, long places, Totals totals, List<Difference> differences) {

        private static Report of(StockAudit.Totals it, List<Difference> differences) {
            var totals =
                    new Totals(it.products(), it.received(), it.adjusted(), it.shipped(), it.onHand(), it.reserved());
            return new Report(it.at(), it.driftUnits(), it.places(), totals, differences);
        }
    }

    /// Units of all products: received + adjusted = on hand + shipped.
    record Totals(long products, long received, long adjusted, long shipped, long onHand, long reserved) {}
}
