package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;

/// Finds products by all filters at once.
@ApplicationScoped
class ProductSearch {

    private static final int COUNTED = 10_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 200;

    private final FilterChain filters;
    private final Facets facets;
    private final ProductIndex index;

    ProductSearch(FilterChain filters, Facets facets, ProductIndex index) {
        this.filters = filters;
        this.facets = facets;
        this.index = index;
    }

    /// A page, with the facets if they are asked for; nobody needs to ask on a first page. A text that no product has
    /// as it is written is taken for a mistyped one.
    ///
    /// Throws [IndexAway], or a problem naming the parameter that is wrong.
    SearchPage find(SearchParameters parameters) {
        var place = Place.of(parameters, Sorting.of(parameters));
        var withFacets = parameters.flag("facets").orElse(place.isEmpty());
        var spelled = parameters.spelled(place.map(Place::spelling).orElse(Spelling.AS_WRITTEN));
        var page = page(spelled, place);
        if (page.total() == 0 && isUnheardOf(spelled)) {
            spelled = parameters.spelled(Spelling.FORGIVING);
            page = page(spelled, place);
        }
        return withFacets ? page.with(facets.count(spelled)) : page;
    }

    private boolean isUnheardOf(SearchParameters parameters) {
        return parameters.spelling() == Spelling.AS_WRITTEN
                && parameters.text("q").isPresent()
                && !index.has(filters.text(parameters));
    }

    /// One more than the limit is read, so that it is known whether more follow.
    private SearchPage page(SearchParameters parameters, Optional<Place> place) {
        var limit = parameters.number("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        var found = index.search(request(parameters, place, limit + 1));
        var hits = found.hits().hits();
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        var total = found.hits().total();
        return new SearchPage(
                shown.stream().map(Hit::source).toList(),
                total.value(),
                total.relation() == TotalHitsRelation.Gte,
                null,
                hits.size() > limit ? Place.cursorOf(parameters, shown.getLast().sort()) : null);
    }

    private SearchRequest request(SearchParameters parameters, Optional<Place> place, int size) {
        return SearchRequest.of(request -> {
            place.map(Place::values).ifPresent(request::searchAfter);
            return request.index(ProductIndex.ALIAS)
                    .query(filters.query(parameters))
                    .sort(Sorting.of(parameters).options())
                    .size(size)
                    .trackTotalHits(it -> it.count(COUNTED))
                    .allowPartialSearchResults(false);
        });
    }
}
