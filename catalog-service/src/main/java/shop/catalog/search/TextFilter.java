package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `q=light laptop`: products that have all of the words in name, brand, category or description; the last word may be
/// the beginning of one.
@ApplicationScoped
class TextFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("q").map(it -> switch (parameters.spelling()) {
            case AS_WRITTEN -> Wording.asWritten(it);
            case FORGIVING -> Wording.forgiving(it);
        });
    }

    @Override
    public boolean ranks() {
        return true;
    }
}
