package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import shop.contracts.http.Problems;

/// `minPrice=10&maxPrice=19.99`: products whose price is in the range, its ends included.
@ApplicationScoped
class PriceFilter implements SearchFilter {

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        var min = parameters.decimal("minPrice");
        var max = parameters.decimal("maxPrice");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            throw Problems.invalid("minPrice", "must not be above maxPrice");
        }
        return min.isEmpty() && max.isEmpty() ? Optional.empty() : Optional.of(range(min, max));
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
