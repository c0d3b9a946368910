package shop.load.catalogue;

import java.time.Duration;
import java.util.List;
import shop.load.measure.Load;
import shop.load.measure.ProcessorTimes;
import shop.local.suite.Suite;

/// How fast searches are answered.
///
/// @param time of each figure
record SearchTable(Suite suite, Shopper shopper, List<Integer> clients, Duration time) {

    /// Between the numbers of the questions of one figure and those of the next.
    private static final int NEVER_REACHED = 1_000_000;

    void print(long products, List<Search> searches) {
        System.out.printf("""

                | %,d products: search | clients | uncached/s | ms, p50 / p95 / p99 | failed | processor time, ms each | \
                cached/s | ms, p50 / p95 / p99 | failed |
                |---|---|---|---|---|---|---|---|---|
                """, products);
        searches.forEach(this::measure);
    }

    private void measure(Search search) {
        if (search.cached().isEmpty()) {
            System.out.printf("| %s | | there is none | | | | | | |%n", search.name());
            return;
        }
        var answer = shopper.catalog().get(search.cached().getFirst());
        if (!search.isThere(answer)) {
            System.out.printf("| %s | | not there yet: answered %d | | | | | | |%n", search.name(), answer.status());
            return;
        }
        for (int i = 0; i < clients.size(); i++) {
            row(search, clients.get(i), (i + 1) * NEVER_REACHED);
        }
    }

    /// @param first the number of the first question that nobody has asked yet
    private void row(Search search, int clients, int first) {
        var before = ProcessorTimes.of(suite);
        var uncached = Load.atOnce(
                clients, time, it -> shopper.asksAnew(search.uncached().apply(first + it)));
        var used = ProcessorTimes.of(suite).since(before);
        var again = search.cached();
        again.forEach(shopper::asks);
        var cached = Load.atOnce(clients, time, it -> shopper.asks(again.get(it % again.size())));
        var judged = Aim.holdsFor(clients);
        System.out.printf(
                "| %s | %d | %s | %s | %d | %s | %s | %s | %d |%n",
                search.name(),
                clients,
                search.aim().rate(uncached, judged),
                search.aim().latencies(uncached, judged),
                uncached.failures(),
                used.each(Math.max(1, uncached.latencies().nanos().length)),
                search.aim().rate(cached, judged),
                search.aim().latencies(cached, judged),
                cached.failures());
    }
}
