package shop.catalog.search;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;

/// Finds products by all filters at once.
@ApplicationScoped
class ProductSearch {

    private static final int COUNTED = 10_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 200;

    private final List<SearchFilter> filters;
    private final ProductIndex index;

    ProductSearch(@All List<SearchFilter> filters, ProductIndex index) {
        this.filters = filters;
        this.index = index;
    }

    /// Throws [IndexAway], or a problem naming the parameter that is wrong.
    SearchPage find(SearchParameters parameters) {
        var limit = parameters.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        var sorting = Sorting.of(parameters);
        return page(index.search(request(parameters, sorting, limit + 1)), sorting, limit);
    }

    private SearchRequest request(SearchParameters parameters, Sorting sorting, int size) {
        return SearchRequest.of(request -> {
            Place.of(parameters, sorting).ifPresent(it -> request.searchAfter(it.values()));
            return request.index(ProductIndex.ALIAS)
                    .query(query(parameters))
                    .sort(sorting.options())
                    .size(size)
                    .trackTotalHits(it -> it.count(COUNTED))
                    .allowPartialSearchResults(false)
                    .source(it -> it.filter(f -> f.includes(FoundProduct.fields())));
        });
    }

    private Query query(SearchParameters parameters) {
        return Query.of(q -> q.bool(all -> {
            all.filter(Clauses.is("status", "ACTIVE"));
            filters.forEach(filter -> filter.clause(parameters).ifPresent(it -> {
                if (filter.ranks()) {
                    all.must(it);
                } else {
                    all.filter(it);
                }
            }));
            return all;
        }));
    }

    /// One more than the limit was read, so that it is known whether more follow.
    private static SearchPage page(SearchResponse<FoundProduct> found, Sorting sorting, int limit) {
        var hits = found.hits().hits();
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        var total = found.hits().total();
        return new SearchPage(
                shown.stream().map(Hit::source).toList(),
                total.value(),
                total.relation() == TotalHitsRelation.Gte,
                hits.size() > limit ? Place.cursorOf(sorting, shown.getLast().sort()) : null);
    }
}
