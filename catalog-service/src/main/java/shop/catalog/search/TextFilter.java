package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `q=light laptop`: products that have all of the words in name, brand, category or description; words of the name
/// rank highest.
@ApplicationScoped
class TextFilter implements SearchFilter {

    private static final float NAME_COUNTS_MORE = 3;

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("q").map(FieldValue::of).map(TextFilter::words);
    }

    @Override
    public boolean ranks() {
        return true;
    }

    private static Query words(FieldValue words) {
        return Query.of(q -> q.bool(b -> b.must(
                        m -> m.match(it -> it.field("words").query(words).operator(Operator.And)))
                .should(s -> s.match(it -> it.field("name").query(words).boost(NAME_COUNTS_MORE)))));
    }
}
