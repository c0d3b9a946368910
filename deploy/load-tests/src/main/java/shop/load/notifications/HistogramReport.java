package shop.load.notifications;

import java.time.Duration;
import shop.load.measure.Latencies;

/// Whether what the service measured of itself agrees with what happened. What a killed replica measured between the
/// last look at it and its end is missing.
record HistogramReport(Histogram measured, Database database, Book book) {

    static HistogramReport of(Histogram one, Histogram other, Database database, Book book) {
        return new HistogramReport(one.and(other), database, book);
    }

    void print() {
        System.out.print("""

                | channel | up to, s | shop_notification_delivery_seconds | by the book, from the event | \
                shop_notification_sending_seconds | by the database, from being sendable |
                |---|---|---|---|---|---|
                """);
        Providers.channels().forEach(this::print);
    }

    private void print(String channel) {
        var sinceEvent = book.sinceEvent(channel);
        var sinceSendable = database.sinceSendable(channel);
        for (var limit : measured.limits()) {
            System.out.printf(
                    "| %s | %s | %,d | %,d | %,d | %,d |%n",
                    channel,
                    limit,
                    measured.count("shop_notification_delivery_seconds", channel, limit),
                    within(sinceEvent, limit),
                    measured.count("shop_notification_sending_seconds", channel, limit),
                    within(sinceSendable, limit));
        }
    }

    private static long within(Latencies times, String limit) {
        return limit.equals("+Inf")
                ? times.nanos().length
                : times.within(Duration.ofNanos((long) (Double.parseDouble(limit) * 1e9)));
    }
}
