package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import shop.catalog.category.Categories;
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

    private final Categories categories;
    private final Brands brands;
    private final ProductIndex index;

    Suggestions(Categories categories, Brands brands, ProductIndex index) {
        this.categories = categories;
        this.brands = brands;
        this.index = index;
    }

    /// Throws [IndexAway], or a problem naming the parameter that is wrong.
    Suggestion.All find(SearchParameters parameters) {
        var limit = parameters.number("limit", 1, MOST, DEFAULT);
        var text = parameters.text("q").orElseThrow(() -> Problems.invalid("q", "is missing"));
        var known = new HashSet<String>();
        return new Suggestion.All(Stream.of(categories(text), brands(text), products(text, limit))
                .flatMap(it -> it)
                .filter(it -> known.add(it.kind() + it.text()))
                .limit(limit)
                .toList());
    }

    private Stream<Suggestion> categories(String text) {
        return categories.beginning(text, MOST_OF_A_KIND).stream()
                .map(it -> new Suggestion(Kind.CATEGORY, it.name(), it.category()));
    }

    private Stream<Suggestion> brands(String text) {
        var counted = index.count(SearchRequest.of(request -> request.index(ProductIndex.ALIAS)
                .query(Clauses.all(ProductIndex.onOffer(), begins("brand.folded", text)))
                .size(0)
                .trackTotalHits(it -> it.enabled(false))
                .aggregations("brand", Terms.of("brand.folded", MOST_OF_A_KIND, PER_SHARD))));
        var folded = Terms.counts(counted.path("brand")).keySet().stream()
                .limit(MOST_OF_A_KIND)
                .toList();
        return brands.spelled(folded).stream().map(it -> new Suggestion(Kind.BRAND, it, null));
    }

    private Stream<Suggestion> products(String text, int limit) {
        var found = index.search(SearchRequest.of(request -> request.index(ProductIndex.ALIAS)
                .query(Clauses.all(ProductIndex.onOffer(), Wording.beginning("name", text)))
                .sort(Sorting.MOST_POPULAR.options())
                .size(limit)
                .allowPartialSearchResults(false)
                .trackTotalHits(it -> it.enabled(false))));
        return found.hits().hits().stream()
                .map(it -> Objects.requireNonNull(it.source()))
                .map(it -> new Suggestion(Kind.PRODUCT, it.name(), it.productId()));
    }

    private static Query begins(String field, String text) {
        return Query.of(q -> q.prefix(it -> it.field(field).value(text)));
    }
}
