package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.AggregationRange;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import shop.contracts.http.Problems;

/// `minPrice=10&maxPrice=19.99`: products whose price is in the range, its ends included. As a facet: ranges that
/// customers think in.
@ApplicationScoped
class PriceFilter implements FacetedFilter {

    private static final List<Integer> BOUNDS = List.of(0, 10, 25, 50, 100, 250, 500, 1000);

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
        return Aggregation.of(it -> it.range(r -> {
            r.field("priceUnits");
            for (int i = 0; i < BOUNDS.size(); i++) {
                r.ranges(range(i));
            }
            return r;
        }));
    }

    @Override
    public List<? extends FacetValue> values(JsonNode counted) {
        var buckets = counted.path("buckets");
        return IntStream.range(0, BOUNDS.size())
                .mapToObj(it -> new FacetValue.Between(from(it), to(it), Terms.countOf(buckets.path(it))))
                .toList();
    }

    private static AggregationRange range(int position) {
        return AggregationRange.of(it -> {
            it.from(JsonData.of(units(position)));
            return isLast(position) ? it : it.to(JsonData.of(units(position + 1)));
        });
    }

    private static String from(int position) {
        return BOUNDS.get(position).toString();
    }

    /// The highest price that is still in the range.
    private static @Nullable String to(int position) {
        return isLast(position)
                ? null
                : PriceUnits.amountOf(units(position + 1) - 1).toPlainString();
    }

    private static boolean isLast(int position) {
        return position == BOUNDS.size() - 1;
    }

    private static long units(int position) {
        return PriceUnits.of(BigDecimal.valueOf(BOUNDS.get(position)));
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
