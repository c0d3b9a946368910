package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `brand=Acme`: products of the brand, whatever the case of its letters. As a facet: the brands that have most.
@ApplicationScoped
class BrandFilter implements FacetedFilter {

    private static final int SHOWN = 20;

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.text("brand").map(it -> Clauses.is("brand.folded", it));
    }

    @Override
    public String facet() {
        return "brand";
    }

    @Override
    public Aggregation aggregation(int perShard) {
        return Terms.spelled("brand.folded", "brand", SHOWN, perShard);
    }

    @Override
    public List<? extends FacetValue> values(JsonNode counted) {
        return Terms.values(counted, SHOWN);
    }

    @Override
    public boolean isExact(JsonNode counted) {
        return Terms.areExact(counted, SHOWN);
    }
}
