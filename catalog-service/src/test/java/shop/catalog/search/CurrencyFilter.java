package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// A filter that the service does not have, added by this one class. So a test has the index to itself: its products
/// have a currency of their own.
@ApplicationScoped
class CurrencyFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("currency").map(it -> Clauses.is("currency", it));
    }
}
