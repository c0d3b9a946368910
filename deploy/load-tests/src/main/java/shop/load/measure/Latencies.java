package shop.load.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/// Times that something took, in ascending order.
public record Latencies(long[] nanos) {

    public static Latencies of(Collection<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /// The time that this share stayed within, in milliseconds.
    public double millis(double share) {
        return nanos.length == 0 ? Double.NaN : nanos[(int) Math.ceil(share * nanos.length) - 1] / 1e6;
    }

    /// How many stayed within a time.
    public long within(Duration time) {
        return Arrays.stream(nanos).filter(it -> it <= time.toNanos()).count();
    }

    @Override
    public String toString() {
        return "%.1f / %.1f".formatted(millis(0.5), millis(0.99));
    }
}
