package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `category=BOOKS`: products of the category. As a facet: the categories that have most.
@ApplicationScoped
class CategoryFilter implements FacetedFilter {

    private static final int SHOWN = 100;

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("category").map(it -> Clauses.is("category", it));
    }

    @Override
    public String facet() {
        return "category";
    }

    @Override
    public Aggregation aggregation(int perShard) {
        return Terms.of("category", SHOWN, perShard);
    }

    @Override
    public List<FacetValue.Of> values(JsonNode counted) {
        return Terms.counts(counted).entrySet().stream()
                .limit(SHOWN)
                .map(it -> new FacetValue.Of(it.getKey(), it.getValue()))
                .toList();
    }

    @Override
    public boolean isExact(JsonNode counted) {
        return Terms.areExact(counted, SHOWN);
    }
}
