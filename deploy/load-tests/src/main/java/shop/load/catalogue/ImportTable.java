package shop.load.catalogue;

import java.time.Duration;
import shop.load.measure.ServiceMemory;
import shop.local.catalogue.Catalogue;
import shop.local.catalogue.CatalogueImport;
import shop.local.client.Shop;

/// Grows the catalogue by imports, and says what each took.
record ImportTable(Shop shop, Catalogue catalogue, ProductsInIndex index, ServiceMemory memory) {

    private static final double AIM_PER_SECOND = 10_000;
    private static final Duration AIM_FOUND = Duration.ofSeconds(60);
    private static final String ON_SALE = "{\"term\": {\"status\": \"ACTIVE\"}}";

    /// Imports the products from the number `first` up to and without `end`. Throws where not all of them are taken.
    void grow(long first, long end) {
        var outcome = new CatalogueImport(shop, catalogue, first, end, false).run(_ -> {});
        System.out.printf(
                """

                | imported | s | stored/s | memory of the service, MB: most resident, heap now | all found after the last was stored, s | \
                found by count | by search |
                |---|---|---|---|---|---|---|
                | %,d to %,d | %.1f | %,.0f%s | %d, %d | %.1f%s | %,d | %s |
                """,
                first,
                end,
                outcome.stored().toMillis() / 1e3,
                outcome.rate(),
                missedRate(outcome),
                memory.peak(),
                memory.heap(),
                afterLast(outcome).toMillis() / 1e3,
                missedTime(outcome),
                count(),
                total());
        if (!outcome.isComplete()) {
            throw new IllegalStateException("Not all were taken and found: " + outcome);
        }
    }

    private static Duration afterLast(CatalogueImport.Outcome outcome) {
        return outcome.found().minus(outcome.stored());
    }

    private static String missedRate(CatalogueImport.Outcome outcome) {
        return outcome.rate() < AIM_PER_SECOND ? " (missed: %,.0f)".formatted(AIM_PER_SECOND) : "";
    }

    private static String missedTime(CatalogueImport.Outcome outcome) {
        return afterLast(outcome).compareTo(AIM_FOUND) > 0 ? " (missed: %d)".formatted(AIM_FOUND.toSeconds()) : "";
    }

    private long count() {
        index.refresh();
        return index.count(ON_SALE);
    }

    private String total() {
        var page = shop.search("limit=1").expectSuccess().body();
        return (page.path("totalIsLowerBound").asBoolean() ? "at least " : "")
                + "%,d".formatted(page.path("total").asLong());
    }
}
