package shop.contracts.deadletter;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.contracts.http.Problems;

/// The place in a list that is merged of partitions: how far each has been read.
final class Bounds {

    private static final Pattern FORMAT = Pattern.compile("%1$s(,%1$s)*".formatted(LetterId.PATTERN));

    private Bounds() {}

    static String format(Map<Integer, Long> bounds) {
        return bounds.entrySet().stream()
                .map(it -> new LetterId(it.getKey(), it.getValue()).toString())
                .collect(Collectors.joining(","));
    }

    /// Throws a problem that names `cursor` where it was not written here.
    static Map<Integer, Long> parse(@Nullable String bounds) {
        if (bounds == null) {
            return Map.of();
        }
        if (!FORMAT.matcher(bounds).matches()) {
            throw Problems.invalid("cursor", "is not one that a page gave");
        }
        return Arrays.stream(bounds.split(","))
                .map(LetterId::parse)
                .collect(Collectors.toMap(LetterId::partition, LetterId::offset, Math::min));
    }
}
