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

/// `minRating=4`: products that reviews give so many stars or more on average. What nobody reviewed has none. As a
/// facet: so many whole stars and more.
@ApplicationScoped
class RatingFilter implements FacetedFilter {

    private static final int MOST = 5;

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
        return Terms.of("wholeStars", MOST, perShard);
    }

    @Override
    public List<FacetValue.AtLeast> values(JsonNode counted) {
        var counts = Terms.counts(counted);
        return Stream.of(4, 3, 2, 1)
                .map(it -> new FacetValue.AtLeast(
                        it,
                        IntStream.rangeClosed(it, MOST)
                                .mapToLong(stars -> counts.getOrDefault(Integer.toString(stars), 0L))
                                .sum()))
                .toList();
    }

    private static Query atLeast(BigDecimal stars) {
        if (stars.compareTo(BigDecimal.ONE) < 0 || stars.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw Problems.invalid("minRating", "must be from 1 to 5");
        }
        return Query.of(q -> q.range(range -> range.field("rating").gte(JsonData.of(stars.doubleValue()))));
    }
}
