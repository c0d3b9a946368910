package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `brand=Acme`: products of the brand, whatever the case of its letters.
@ApplicationScoped
class BrandFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("brand").map(it -> Clauses.is("brand.folded", it));
    }
}
