package shop.load.catalogue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import shop.load.measure.Json;
import shop.load.measure.Load;
import shop.load.measure.Wait;

/// A rebuild of the index while people search and merchants change products.
record Rebuild(Shopper shopper, ProductsInIndex index, Questions questions, Updates updates) {

    private static final String PATH = "/api/v1/search/index/rebuild";
    private static final double SEARCHES = 50;
    private static final double UPDATES = 20;
    private static final int NOT_ASKED_BEFORE = 100_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void measure() {
        var begin = System.nanoTime();
        var answer = catalog().send("POST", PATH, "");
        if (answer.status() != 202) {
            System.out.printf("%nRebuild of the index: not there yet, answered %d%n", answer.status());
            return;
        }
        var running = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var searches = in(threads, () -> Load.perSecondWhile(SEARCHES, _ -> running.get(), this::search));
            var changes = in(threads, () -> Load.perSecondWhile(UPDATES, _ -> running.get(), updates::update));
            Wait.until(() -> !state().equals("RUNNING"), LONGEST);
            var seconds = (System.nanoTime() - begin) / 1e9;
            running.set(false);
            report(seconds, searches.join(), changes.join());
        }
    }

    private Json catalog() {
        return shopper.catalog();
    }

    private static CompletableFuture<Load.Result> in(ExecutorService threads, Supplier<Load.Result> load) {
        return CompletableFuture.supplyAsync(load, threads);
    }

    /// By turns those with filters, text and facets, none of them from a cache.
    private boolean search(int number) {
        var question = NOT_ASKED_BEFORE + number;
        return shopper.asksAnew(
                switch (number % 3) {
                    case 0 -> questions.filtered(question);
                    case 1 -> questions.text(question);
                    default -> questions.facetsOfCategory(question);
                });
    }

    private String state() {
        var answer = catalog().get(PATH);
        return answer.isSuccess() ? answer.body().path("state").asText() : "RUNNING";
    }

    private void report(double seconds, Load.Result searches, Load.Result changes) {
        Wait.until(() -> lost() == 0, PATIENCE);
        System.out.printf(
                """

                | rebuild | s | searches: answered, failed | ms, p50 / p95 / p99 | updates: answered, failed | ms, p50 / p95 / p99 | \
                products updated | lost or there twice |
                |---|---|---|---|---|---|---|---|
                | %s | %.1f | %d, %d | %s | %d, %d | %s | %d | %d |
                """,
                state(),
                seconds,
                searches.latencies().nanos().length,
                searches.failures(),
                Aim.millis(searches.latencies()),
                changes.latencies().nanos().length,
                changes.failures(),
                Aim.millis(changes.latencies()),
                updates.products(),
                lost());
        updates.lost(index).stream().limit(10).forEach(it -> System.out.println("lost: " + it));
        System.out.printf(
                "%nThe index afterwards: %,d documents, %s%n", index.count("{\"match_all\": {}}"), index.size());
    }

    private int lost() {
        index.refresh();
        return updates.lost(index).size();
    }
}
