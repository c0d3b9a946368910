package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/// `brand=Acme`: products of the brand, whatever the case of its letters. As a facet: the brands that have most.
@ApplicationScoped
class BrandFilter implements FacetedFilter {

    private static final int SHOWN = 20;

    private final Brands brands;

    BrandFilter(Brands brands) {
        this.brands = brands;
    }

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
        return Terms.of("brand.folded", SHOWN, perShard);
    }

    @Override
    public List<FacetValue.Of> values(JsonNode counted) {
        var counts = Terms.counts(counted).entrySet().stream().limit(SHOWN).toList();
        var names = brands.spelled(counts.stream().map(Map.Entry::getKey).toList());
        return IntStream.range(0, names.size())
                .mapToObj(it -> new FacetValue.Of(names.get(it), counts.get(it).getValue()))
                .toList();
    }

    @Override
    public boolean isExact(JsonNode counted) {
        return Terms.areExact(counted, SHOWN);
    }
}
