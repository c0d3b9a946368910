package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import shop.catalog.search.Suggestion.Kind;
import shop.contracts.http.Problems;

/// Guesses from the first letters what a customer looks for: categories and brands that begin so, those with most
/// products first, and products whose name has the words, the most popular first.
@ApplicationScoped
class Suggestions {

    private static final int MOST = 20;
    private static final int DEFAULT = 8;

    /// Of categories and of brands, so that there is room for products.
    private static final int MOST_OF_A_KIND = 3;

    private static final int PER_SHARD = 100;

    private final ProductIndex index;

    Suggestions(ProductIndex index) {
        this.index = index;
    }

    /// Throws [IndexAway], or a problem naming the parameter that is wrong.
    Suggestion.All find(SearchParameters parameters) {
        var limit = parameters.number("limit", 1, MOST, DEFAULT);
        var text = parameters.text("q").orElseThrow(() -> Problems.invalid("q", "is missing"));
        var known = new HashSet<String>();
        return new Suggestion.All(Stream.concat(groups(text), products(text, limit))
                .filter(it -> known.add(it.kind() + it.text()))
                .limit(limit)
                .toList());
    }

    private Stream<Suggestion> groups(String text) {
        var category = begins("category", text);
        var brand = begins("brand.folded", text);
        var counted = index.count(SearchRequest.of(request -> request.index(ProductIndex.ALIAS)
                .query(Clauses.all(ProductIndex.onOffer(), Clauses.any(category, brand)))
                .size(0)
                .trackTotalHits(it -> it.enabled(false))
                .aggregations("category", of(category, Terms.of("category", MOST_OF_A_KIND, PER_SHARD)))
                .aggregations("brand", of(brand, Terms.spelled("brand.folded", "brand", MOST_OF_A_KIND, PER_SHARD)))));
        return Stream.of(Kind.CATEGORY, Kind.BRAND)
                .flatMap(kind -> Terms.values(counted.path(kind.aggregation()).path("of"), MOST_OF_A_KIND).stream()
                        .map(it -> new Suggestion(kind, it.value(), null)));
    }

    private Stream<Suggestion> products(String text, int limit) {
        var found = index.search(SearchRequest.of(request -> request.index(ProductIndex.ALIAS)
                .query(Clauses.all(ProductIndex.onOffer(), Wording.beginning("name", text)))
                .sort(Sorting.MOST_POPULAR.options())
                .size(limit)
                .trackTotalHits(it -> it.enabled(false))
                .source(it -> it.filter(f -> f.includes(FoundProduct.fields())))));
        return found.hits().hits().stream()
                .map(it -> Objects.requireNonNull(it.source()))
                .map(it -> new Suggestion(Kind.PRODUCT, it.name(), it.productId()));
    }

    private static Aggregation of(Query filter, Aggregation values) {
        return Aggregation.of(it -> it.filter(filter).aggregations("of", values));
    }

    private static Query begins(String field, String text) {
        return Query.of(q -> q.prefix(it -> it.field(field).value(text).caseInsensitive(true)));
    }
}
