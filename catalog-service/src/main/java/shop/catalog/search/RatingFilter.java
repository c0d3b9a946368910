package shop.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import shop.contracts.http.Problems;

/// `minRating=4`: products that reviews give so many stars or more on average. What nobody reviewed has none.
/// As a facet: whole stars and more.
@ApplicationScoped
class RatingFilter implements FacetedFilter {

    /// From the lowest, as OpenSearch gives ranges back.
    private static final List<BigDecimal> STEPS =
            Stream.of(1, 2, 3, 4).map(BigDecimal::valueOf).toList();

    private static final BigDecimal MOST = BigDecimal.valueOf(5);

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.decimal("minRating").map(RatingFilter::atLeast);
    }

    @Override
    public String facet() {
        return "rating";
    }

    @Override
    public Aggregation aggregation(int perShard) {
        return Aggregation.of(it -> it.range(r -> {
            r.field("rating");
            STEPS.forEach(step -> r.ranges(range -> range.from(JsonData.of(step.intValue()))));
            return r;
        }));
    }

    @Override
    public List<? extends FacetValue> values(JsonNode counted) {
        var buckets = counted.path("buckets");
        return IntStream.range(0, STEPS.size())
                .mapToObj(it -> new FacetValue.AtLeast(STEPS.get(it), Terms.countOf(buckets.path(it))))
                .toList()
                .reversed();
    }

    private static Query atLeast(BigDecimal stars) {
        if (stars.compareTo(BigDecimal.ONE) < 0 || stars.compareTo(MOST) > 0) {
            throw Problems.invalid("minRating", "must be from 1 to 5");
        }
        return Query.of(q -> q.range(range -> range.field("rating").gte(JsonData.of(stars.doubleValue()))));
    }
}
