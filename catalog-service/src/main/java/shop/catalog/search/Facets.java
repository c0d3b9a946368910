package shop.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;

/// Counts what a search can be narrowed to.
///
/// A facet's own filter does not narrow its counts: who asked for one brand still sees how many the others would give.
/// So a value's count is the `total` of the search that asks for it instead.
@ApplicationScoped
class Facets {

    /// Enough but for values that are spread very unevenly over the shards.
    private static final int PER_SHARD = 100;

    /// As many as OpenSearch answers with.
    private static final int ALL = 65_535;

    private final FilterChain filters;
    private final ProductIndex index;

    Facets(FilterChain filters, ProductIndex index) {
        this.filters = filters;
        this.index = index;
    }

    /// The values of every facet, by its name. Throws [IndexAway], or a problem naming the parameter that is wrong.
    Map<String, List<? extends FacetValue>> count(SearchParameters parameters) {
        var counts = new TreeMap<String, List<? extends FacetValue>>();
        var open = new ArrayList<FacetedFilter>();
        for (var facet : filters.faceted()) {
            if (facet.clause(parameters).isPresent()) {
                count(filters.without(facet, parameters), List.of(facet), PER_SHARD, counts);
            } else {
                open.add(facet);
            }
        }
        count(filters.query(parameters), open, PER_SHARD, counts);
        return counts;
    }

    private void count(
            Query query, List<FacetedFilter> facets, int perShard, Map<String, List<? extends FacetValue>> counts) {
        if (facets.isEmpty()) {
            return;
        }
        var counted = index.count(request(query, facets, perShard));
        var unsure = new ArrayList<FacetedFilter>();
        for (var facet : facets) {
            var values = counted.path(facet.facet());
            counts.put(facet.facet(), facet.values(values));
            if (perShard < ALL && !facet.isExact(values)) {
                unsure.add(facet);
            }
        }
        count(query, unsure, ALL, counts);
    }

    /// Without hits, so that OpenSearch keeps its answer until the shard changes.
    private static SearchRequest request(Query query, List<FacetedFilter> facets, int perShard) {
        return SearchRequest.of(request -> {
            facets.forEach(it -> request.aggregations(it.facet(), it.aggregation(perShard)));
            return request.index(ProductIndex.ALIAS)
                    .query(query)
                    .size(0)
                    .trackTotalHits(it -> it.enabled(false))
                    .allowPartialSearchResults(false);
        });
    }
}
