package shop.load.catalogue;

import shop.load.measure.Latencies;
import shop.load.measure.Load;

/// What a search is to reach.
///
/// @param p99Millis the time that 99 of 100 stay within
/// @param perSecond how many are answered a second
record Aim(double p99Millis, double perSecond) {

    private static final int CLIENTS = 8;

    /// The aims hold for one number of clients; with others, the figures stand for themselves.
    static boolean holdsFor(int clients) {
        return clients == CLIENTS;
    }

    String rate(Load.Result result, boolean judged) {
        return "%,.0f".formatted(result.perSecond())
                + (judged && !(result.perSecond() >= perSecond) ? " (missed: %,.0f)".formatted(perSecond) : "");
    }

    String latencies(Load.Result result, boolean judged) {
        var latencies = result.latencies();
        return millis(latencies)
                + (judged && !(latencies.millis(0.99) <= p99Millis) ? " (missed: %.0f)".formatted(p99Millis) : "");
    }

    /// p50, p95 and p99.
    static String millis(Latencies latencies) {
        return "%.1f / %.1f / %.1f".formatted(latencies.millis(0.5), latencies.millis(0.95), latencies.millis(0.99));
    }
}
