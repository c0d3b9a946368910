package shop.contracts.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list; `nextCursor` is null on the last.
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /// The first `limit` of the items, which were read one more than asked for so that it is known whether more follow.
    ///
    /// @param keyOf what the next page starts after
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> keyOf) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, Cursor.of(keyOf.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
