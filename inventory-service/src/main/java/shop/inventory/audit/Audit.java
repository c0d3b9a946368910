package shop.inventory.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import shop.contracts.sql.Sql;

/// Computes the stock anew from the ledger and from what is held for orders, compares, and notes what it found.
///
/// One at a time over all replicas: an audit reads all there is, for minutes. The transaction that holds the turn rests
/// meanwhile; that it began, the reading and what it found are transactions of their own.
@ApplicationScoped
class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final int MOST_DIFFERENCES = 1000;
    private static final int MOST_IN_LOG = 5;

    private final Sql database;
    private final LongStatements longStatements;
    private final Turn turn;
    private final StockAudit stock;
    private final AuditRuns runs;
    private final AuditMetrics metrics;
    private final Duration longest;

    Audit(
            Sql database,
            LongStatements longStatements,
            Turn turn,
            StockAudit stock,
            AuditRuns runs,
            AuditMetrics metrics,
            @ConfigProperty(name = "shop.inventory.audit.longest") Duration longest) {
        this.database = database;
        this.longStatements = longStatements;
        this.turn = turn;
        this.stock = stock;
        this.runs = runs;
        this.metrics = metrics;
        this.longest = longest;
    }

    /// Throws [AuditRefused.AuditRunning] while another is under way, on whichever replica.
    Report run() {
        return runAlone(() -> true)
                .orElseThrow(() ->
                        new AuditRefused.AuditRunning(runs.unfinishedSince().orElse(null)));
    }

    /// Empty if another is under way, or was begun within this time.
    Optional<Report> runIfDue(Duration every) {
        return runAlone(() -> runs.isDue(every));
    }

    /// The turn first: an audit is noted before it is let go, so whoever has it next knows of that audit.
    private Optional<Report> runAlone(BooleanSupplier isWanted) {
        var whole = longest.plusMinutes(1);
        return QuarkusTransaction.requiringNew()
                .timeout((int) whole.toSeconds())
                .call(() -> turn.tryTake(Turn.Work.AUDIT, whole) && isWanted.getAsBoolean()
                        ? Optional.of(audit())
                        : Optional.empty());
    }

    private Report audit() {
        var id = QuarkusTransaction.requiringNew().call(runs::begin);
        try {
            return audit(id);
        } catch (RuntimeException e) {
            metrics.countFailure();
            throw e;
        }
    }

    private Report audit(long id) {
        var begin = System.nanoTime();
        var report = QuarkusTransaction.requiringNew()
                .timeout((int) longest.plusSeconds(30).toSeconds())
                .call(() -> longStatements.upTo(longest, this::compare));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        metrics.show(QuarkusTransaction.requiringNew().call(() -> runs.end(id, took, report)));
        log(report);
        return report;
    }

    private Report compare() {
        // One moment for both statements, however busy the shop is.
        database.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        database.limitTransaction(longest);
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
    /// @param differingProducts of how many products
    /// @param driftUnits by how much, all together
    /// @param differences of many the first 1,000; last those that no repair can help
    record Report(
            Instant at,
            long driftUnits,
            long places,
            long differingProducts,
            Totals totals,
            List<Difference> differences) {

        /// The products of these differences, in their order.
        List<String> productIds() {
            return differences.stream().map(Difference::productId).distinct().toList();
        }

        private static Report of(StockAudit.Totals it, List<Difference> differences) {
            var totals =
                    new Totals(it.products(), it.received(), it.adjusted(), it.shipped(), it.onHand(), it.reserved());
            return new Report(it.at(), it.driftUnits(), it.places(), it.differingProducts(), totals, differences);
        }
    }

    /// Units of all products: received + adjusted = on hand + shipped.
    record Totals(long products, long received, long adjusted, long shipped, long onHand, long reserved) {}
}
