package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import shop.contracts.http.Problems;

/// `minPrice=10&maxPrice=19.99`: products whose price is in the range, its ends included. As a facet: [PriceBands].
@ApplicationScoped
class PriceFilter implements FacetedFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        var min = parameters.decimal("minPrice");
        var max = parameters.decimal("maxPrice");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            throw Problems.invalid("minPrice", "must not be above maxPrice");
        }
        return min.isEmpty() && max.isEmpty() ? Optional.empty() : Optional.of(range(min, max));
    }

    @Override
    public String facet() {
        return "price";
    }

    @Override
    public Aggregation aggregation(int perShard) {
        return Terms.of("priceBand", PriceBands.all().size(), perShard);
    }

    @Override
    public List<FacetValue.Between> values(JsonNode counted) {
        var counts = Terms.counts(counted);
        return PriceBands.all().stream()
                .map(it -> new FacetValue.Between(it.from(), it.to(), counts.getOrDefault(it.from(), 0L)))
                .toList();
    }

    private static Query range(Optional<BigDecimal> min, Optional<BigDecimal> max) {
        return Query.of(q -> q.range(range -> {
            range.field("priceUnits");
            min.ifPresent(it -> range.gte(JsonData.of(PriceUnits.of(it))));
            max.ifPresent(it -> range.lte(JsonData.of(PriceUnits.of(it))));
            return range;
        }));
    }
}
