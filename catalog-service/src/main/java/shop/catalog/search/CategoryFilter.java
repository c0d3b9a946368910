package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `category=BOOKS`: products of the category.
@ApplicationScoped
class CategoryFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("category").map(it -> Clauses.is("category", it));
    }
}
