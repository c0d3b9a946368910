package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import shop.contracts.http.Problems;

/// `minRating=4`: products that reviews give so many stars or more on average. What nobody reviewed has none.
@ApplicationScoped
class RatingFilter implements SearchFilter {

    private static final BigDecimal MOST = BigDecimal.valueOf(5);

    @Override
    public Optional<Query> clause(SearchParameters parameters) {
        return parameters.decimal("minRating").map(RatingFilter::atLeast);
    }

    private static Query atLeast(BigDecimal stars) {
        if (stars.compareTo(BigDecimal.ONE) < 0 || stars.compareTo(MOST) > 0) {
            throw Problems.invalid("minRating", "must be from 1 to 5");
        }
        return Query.of(q -> q.range(range -> range.field("rating").gte(JsonData.of(stars.doubleValue()))));
    }
}
