package shop.catalog.search;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.StringWriter;
import java.util.Optional;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// Search parameters for a test, and clauses as text to compare.
final class Asked {

    private Asked() {}

    /// Parameters by turns: name, value, name, value.
    static SearchParameters asked(String... parameters) {
        var values = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.add(parameters[i], parameters[i + 1]);
        }
        return SearchParameters.of(values);
    }

    static Optional<String> clause(SearchFilter filter, String... parameters) {
        return filter.clause(asked(parameters)).map(Asked::text);
    }

    private static String text(Query query) {
        var mapper = new JacksonJsonpMapper();
        var writer = new StringWriter();
        try (var generator = mapper.jsonProvider().createGenerator(writer)) {
            query.serialize(generator, mapper);
        }
        return writer.toString();
    }
}
