package shop.contracts.sql;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One value of each of many rows, for `unnest(?, ?)` or `= ANY (?)`.
///
/// @param type PostgreSQL's name of a value's type
public record Column(String type, @Nullable Object[] values) {

    public static <T> Column of(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
        return new Column(type, rows.stream().map(value).toArray());
    }

    public static Column ofTexts(Collection<String> texts) {
        return of("text", texts, it -> it);
    }

    public static Column ofIds(Collection<UUID> ids) {
        return of("uuid", ids, it -> it);
    }
}
