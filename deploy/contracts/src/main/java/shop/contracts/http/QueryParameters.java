package shop.contracts.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads numbers and ids out of queries and names the parameter whose value is none; JAX-RS itself answers 404 there.
@Provider
public class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            int.class, new Kind(Integer::valueOf, "must be a whole number"),
            Integer.class, new Kind(Integer::valueOf, "must be a whole number"),
            long.class, new Kind(Long::valueOf, "must be a whole number"),
            Long.class, new Kind(Long::valueOf, "must be a whole number"),
            UUID.class, new Kind(UUID::fromString, "must be a UUID"));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var kind = KINDS.get(type);
        return kind == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(it -> new Reader<T>(((QueryParam) it).value(), kind))
                        .findFirst()
                        .orElse(null);
    }

    private record Kind(Function<String, Object> reader, String rule) {}

    private record Reader<T>(String parameter, Kind kind) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // The kind was looked up by the type.
        public T fromString(String value) {
            try {
                return (T) kind.reader().apply(value);
            } catch (IllegalArgumentException _) {
                throw Problems.invalid(parameter, kind.rule());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
