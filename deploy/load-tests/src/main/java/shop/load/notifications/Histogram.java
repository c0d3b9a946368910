package shop.load.notifications;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shop.load.measure.Json;

/// What a replica measured of delivery, as it tells Prometheus.
record Histogram(List<Bucket> buckets) {

    static final Histogram EMPTY = new Histogram(List.of());

    private static final Pattern LINE = Pattern.compile("(?m)^(shop_notification_\\w+)_bucket\\{(.*)} (\\S+)$");

    /// How many messages took so long at most.
    ///
    /// @param upTo in seconds, as it is written
    record Bucket(String metric, String channel, String upTo, double count) {

        private static Bucket of(MatchResult line) {
            return new Bucket(
                    line.group(1),
                    label("channel", line.group(2)),
                    label("le", line.group(2)),
                    Double.parseDouble(line.group(3)));
        }

        private static String label(String name, String labels) {
            var label = Pattern.compile("\\b%s=\"([^\"]*)\"".formatted(name)).matcher(labels);
            return label.find() ? label.group(1) : "";
        }
    }

    static Histogram of(Json replica) {
        var metrics = replica.get("/q/metrics").expectSuccess().text();
        return new Histogram(LINE.matcher(metrics).results().map(Bucket::of).toList());
    }

    Histogram and(Histogram other) {
        return new Histogram(
                Stream.concat(buckets.stream(), other.buckets.stream()).toList());
    }

    List<String> limits() {
        return buckets.stream().map(Bucket::upTo).distinct().toList();
    }

    long count(String metric, String channel, String upTo) {
        return (long) buckets.stream()
                .filter(it -> it.metric().equals(metric)
                        && it.channel().equals(channel)
                        && it.upTo().equals(upTo))
                .mapToDouble(Bucket::count)
                .sum();
    }
}
